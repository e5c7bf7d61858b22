import { once } from 'node:events';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readLines } from './lines.ts';

/** What comes of a stream of these chunks, and after how many turns of the event loop each message came. */
async function read(chunks: Iterable<string>, most = Number.POSITIVE_INFINITY) {
  const output = Readable.from(chunks, { objectMode: false });
  const found: unknown[] = [];
  const turns: number[] = [];
  let turn = 0;
  const count = setInterval(() => {}, 1000);
  const tick = (): void => {
    turn++;
    if (!output.destroyed) setImmediate(tick);
  };
  setImmediate(tick);
  readLines(output, most, {
    take: (line) => {
      found.push(JSON.parse(line));
      turns.push(turn);
    },
    tooLong: () => found.push('too long'),
    noLine: (error) => found.push((error as Error).name),
  });
  await once(output, 'close');
  clearInterval(count);
  return { found, turns };
}

test('lines come whole and in their order, wherever the chunks are cut', async () => {
  expect((await read(['{"within":1}\n{"wi', 'thin"', ':2}\n', '{"end":true}\n'])).found).toEqual([
    { within: 1 },
    { within: 2 },
    { end: true },
  ]);
});

test('others get their turn between any two chunks, however fast they come', async () => {
  const { turns } = await read(Array.from({ length: 20 }, (_, at) => `{"within":${at}}\n`));
  expect(turns).toHaveLength(20);
  for (const [at, turn] of turns.entries()) expect(turn).toBeGreaterThan(turns[at - 1] ?? -1);
});

test('what is too long, and what is no message, is told and does not stop the stream', async () => {
  expect((await read(['{"end":true}\n', '{"within":123456}\n'], 20)).found).toEqual([{ end: true }, 'too long']);
  expect((await read(['warning: x\n', '{"end":true}\n'])).found).toContain('SyntaxError');
});
