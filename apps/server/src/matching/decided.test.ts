import { expect, test } from 'vitest';
import type { RefusedPair } from '../store/sql/pair-decisions.ts';
import type { CallInput } from '../store/store.ts';
import { readDecided } from './decided.ts';

const task = { project: 'p', instance: 'i', taskId: 't', pair: { source: 's', target: 't' } };
const never = new AbortController().signal;
const tablesOf = (name: string) => ({ sourceSchema: 'a', sourceTable: name, targetSchema: 'b', targetTable: name });

test('what somebody deletes while the pages are read takes none of the others along', async () => {
  let mappings = Array.from({ length: 450 }, (_, at) => ({
    key: at + 1,
    ...tablesOf(`t${at}`),
    sourceColumns: '[["x","INT","0"]]',
    targetColumns: '[["y","INT","0"]]',
    columnPairs: '[[0,0]]',
  }));
  const pages: number[] = [];
  const { fixed } = await readDecided(
    {
      pairDecisions: async ({ after, limit }: CallInput<'pairDecisions'>) => {
        const decided = mappings.filter(({ key }) => key > after).slice(0, limit);
        pages.push(decided.length);
        mappings = mappings.slice(1);
        return { decided, refused: [] };
      },
    },
    task,
    never,
  );
  expect(pages).toEqual([200, 200, 50]);
  expect(fixed.map(({ source }) => source.name)).toEqual(Array.from({ length: 450 }, (_, at) => `t${at}`));
  expect(fixed[0]?.columns).toEqual([{ source: 'x', target: 'y' }]);
});

test('refused tables and columns come from every text, and a caller who has gone ends the reading', async () => {
  const texts: RefusedPair[][] = [[tablesOf('t1')], [{ ...tablesOf('t2'), columns: [['x', 'y']] }]];
  const pairDecisions = async () => ({ decided: [], refused: texts.map((each) => JSON.stringify(each)) });
  expect((await readDecided({ pairDecisions }, task, never)).refused).toEqual([
    { source: { schema: 'a', name: 't1' }, target: { schema: 'b', name: 't1' } },
    {
      source: { schema: 'a', name: 't2' },
      target: { schema: 'b', name: 't2' },
      columns: [{ source: 'x', target: 'y' }],
    },
  ]);
  await expect(readDecided({ pairDecisions }, task, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
});
