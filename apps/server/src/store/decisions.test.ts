import { expect, test } from 'vitest';
import { type Decision, type FoundTable, readDecisions, writeDecisions } from './decisions.ts';

const wide = (table: string): FoundTable => ({
  schema: 'main',
  table,
  columns: Array.from({ length: 3000 }, (_, at) => [`c${at}`, 'INT', '0'] as const),
});

test('a table that was found is written once, and read with each decision on it, across batches', async () => {
  const [one, other] = [wide('one'), wide('other')];
  const decisions = Array.from(
    { length: 6000 },
    (_, at): Decision => ({
      list: 'fixed',
      at,
      source: { name: 'one', found: one },
      target: { name: 'either', found: at % 2 === 0 ? other : one },
      columns: at === 4 ? [['c1', 'c2']] : [],
    }),
  );
  const batches = await writeDecisions(decisions);
  expect(batches.length).toBeGreaterThan(1);
  expect(batches.join('').length).toBeLessThan(JSON.stringify([one, other]).length + 120 * decisions.length);
  const read = readDecisions(batches);
  const tables = new Set(read.flatMap(({ source, target }) => [source.found!, target.found!]));
  expect([...tables].map(({ columns, ...names }) => ({ ...names, last: columns.at(-1) }))).toEqual([
    { schema: 'main', table: 'one', last: ['c2999', 'INT', '0'] },
    { schema: 'main', table: 'other', last: ['c2999', 'INT', '0'] },
  ]);
  const known = (each: Decision) => ({ ...each, source: each.source.found?.table, target: each.target.found?.table });
  expect(read.map(known)).toEqual(decisions.map(known));
});

test('decisions on tables that nobody looked up are read as they were written', async () => {
  const decisions: Decision[] = [{ list: 'refused', at: 0, source: { name: 'a' }, target: { name: 'b' } }];
  expect(readDecisions(await writeDecisions(decisions))).toEqual(decisions);
});
