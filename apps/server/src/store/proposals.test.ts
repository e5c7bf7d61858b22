import { expect, it } from 'vitest';
import { proposal, wideProposals } from '../../test/store-samples.ts';
import { decodeColumns } from './columns.ts';
import { readBatch, writeProposals } from './proposals.ts';

it('gives back every proposal in its order, in batches of some thousand columns', async () => {
  const given = [
    ...wideProposals(400, 20),
    proposal('wide', { sourceColumns: wideProposals(1, 9000)[0]?.sourceColumns ?? [] }),
  ];
  const batches = await writeProposals(given);
  expect(batches.length).toBeGreaterThan(3);
  expect(batches.flatMap(readBatch).map((written) => ({ ...written, ...decodeColumns(written) }))).toMatchObject(given);
  expect(await writeProposals([])).toEqual([]);
});

it('takes the proposals on the way, lets others have their turn between batches, and ends with its signal', async () => {
  const controller = new AbortController();
  let made = 0;
  function* proposals() {
    for (const each of wideProposals(1000, 20)) {
      made++;
      yield each;
    }
  }
  const gone = new Error('gone');
  setImmediate(() => controller.abort(gone));
  await expect(writeProposals(proposals(), controller.signal)).rejects.toBe(gone);
  expect(made).toBeLessThan(500);
});

it('refuses a column pair that points outside its lists', async () => {
  await expect(writeProposals([proposal('bad', { columnPairs: [[0, 2]] })])).rejects.toThrow(RangeError);
});
