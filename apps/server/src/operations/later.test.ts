import { expect, test } from 'vitest';
import { holdsLater, piecesOf, writeJson } from '../wire/json.ts';
import { wholeList } from './later.ts';

async function written(value: unknown): Promise<unknown> {
  let text = '';
  for await (const piece of piecesOf(value)) text += piece;
  return JSON.parse(text);
}
const rows = Array.from({ length: 100 }, (_, at) => ({ id: `${at}`, bytes: 1000 }));
const facts = ({ id }: { id: string }) => ({ id });

test('a list that was read whole is a list', () => {
  const list = wholeList({ first: rows, later: [], read: () => Promise.reject(new Error('unasked')) }, facts);
  expect(list).toEqual(rows.map(facts));
  expect(holdsLater({ list })).toBe(false);
});

test('the rest is read a part at a time, each when the one before it was taken', async () => {
  const parts: number[] = [];
  const read = async (ids: readonly string[]) => {
    parts.push(ids.length);
    return ids.map((id) => ({ id, bytes: 1000 }));
  };
  const body = {
    before: 1,
    absent: undefined,
    list: wholeList({ first: rows.slice(0, 2), later: rows.slice(2), read }, facts),
    after: [],
  };
  expect(holdsLater(body)).toBe(true);
  expect(await written(body)).toEqual({ before: 1, list: rows.map(facts), after: [] });
  expect(parts).toEqual([32, 32, 32, 2]);

  parts.length = 0;
  const pieces = piecesOf(
    body.list.length === 0 ? { list: wholeList({ first: [], later: rows, read }, () => 'x'.repeat(40_000)) } : {},
  );
  await pieces.next();
  expect(parts).toEqual([32]);
  await pieces.return(undefined);
  expect(parts).toEqual([32]);
});

test('a row that is larger than a part comes alone', async () => {
  const parts: string[] = [];
  const later = [10, 90_000, 10, 90_000].map((bytes, at) => ({ id: `${at}`, bytes }));
  const read = async (ids: readonly string[]) => {
    parts.push(ids.join());
    return ids.map((id) => ({ id, bytes: 0 }));
  };
  expect(await written([wholeList({ first: [], later, read }, facts)])).toEqual([later.map(facts)]);
  expect(parts).toEqual(['0', '1', '2', '3']);
});

test('a row that has been deleted meanwhile ends the answer, since it was counted', async () => {
  const list = wholeList(
    { first: [], later: rows, read: async (ids) => ids.slice(1).map((id) => ({ id, bytes: 0 })) },
    facts,
  );
  await expect(written(list)).rejects.toThrow('deleted');
});

test('pieces are the text that is written at once', async () => {
  for (const value of [null, 1, 'a', [], {}, [{ a: [1, { b: undefined }] }, []]]) {
    let text = '';
    for await (const piece of piecesOf(value)) text += piece;
    expect(text).toBe(String(writeJson(value)));
  }
});
