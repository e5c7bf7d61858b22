import { setImmediate } from 'node:timers/promises';
import type { Catalog } from '@roma-fdi/databases';
import { expect, it } from 'vitest';
import { takesLong } from '../../../../test/programs.ts';
import { SourceError, type SourceErrorKind } from '../sources/source-error.ts';
import { readBatch } from '../store/proposals.ts';
import type { DataSource } from '../store/records.ts';
import { createMatching, type MatchingParts } from './matching.ts';

const scope = { project: 'p', instance: 'i' };
const never = new AbortController().signal;
const catalog: Catalog = {
  dialect: 'sqlite',
  tables: [
    {
      schema: 'main',
      name: 'orders',
      columns: [
        {
          name: 'id',
          type: 'INTEGER',
          base_type: 'INTEGER',
          length: null,
          field_type: 'INTEGER',
          field_length: '0',
          nullable: false,
        },
      ],
      primary_key: ['id'],
      foreign_keys: [],
    },
  ],
};

/** Two data sources, and a way to read them. */
function matching(read: MatchingParts['sources']['read'], decisions: Partial<MatchingParts['store']> = {}) {
  const store = {
    pairDecisions: async () => ({ decided: [], refused: [] }),
    decisionsVersion: async () => undefined,
    ...decisions,
    findDataSource: async ({ id }: { id: string }) =>
      /^(shop|warehouse)\d?$/.test(id) ? ({ ...scope, id, name: `name of ${id}` } as DataSource) : undefined,
  };
  return createMatching({ store, sources: { read } });
}

const pair = { source: 'shop', target: 'warehouse' };

it('pairs tables and columns by their positions', async () => {
  const [proposed, ...others] = await matching(async () => catalog).propose(scope, [pair], never);
  expect(others).toEqual([]);
  expect(proposed).toMatchObject(pair);
  expect(proposed?.batches.flatMap(readBatch)).toEqual([
    {
      sourceSchema: 'main',
      sourceTable: 'orders',
      targetSchema: 'main',
      targetTable: 'orders',
      percent: 100,
      sourceColumns: '[["id","INTEGER","0"]]',
      targetColumns: '[["id","INTEGER","0"]]',
      columnPairs: '[[0,0]]',
      mapped: 1,
      unmapped: 0,
      reasons: '[["same-name"],0,1000,[],[[0,1000]],[],[]]',
    },
  ]);
});

it('reads and matches once for the first, and once more for all that ask for the same pair meanwhile', async () => {
  let reads = 0;
  const { propose } = matching(async () => {
    reads++;
    return catalog;
  });
  const all = await Promise.all(Array.from({ length: 64 }, () => propose(scope, [pair], never)));
  expect(reads).toBe(4);
  expect(new Set(all.map(([one]) => one?.batches)).size).toBe(2);
});

it.each<[what: string, after: string, runs: number]>([
  ['matches once more for a call that begins after a decision', '2', 2],
  ['lets calls between decisions share what is found', '1', 1],
])('%s', async (_, after, runs) => {
  const reading = Promise.withResolvers<Catalog>();
  const asked: number[] = [];
  let version = '1';
  const { propose } = matching(() => reading.promise, {
    decisionsVersion: async () => version,
    pairDecisions: async () => ({ decided: [], refused: [String(asked.push(1) && '[]')] }),
  });
  const before = [propose(scope, [pair], never, { taskId: 't' }), propose(scope, [pair], never, { taskId: 't' })];
  await setImmediate();
  version = after;
  const later = propose(scope, [pair], never, { taskId: 't' });
  await setImmediate();
  reading.resolve(catalog);
  await Promise.all([...before, later]);
  expect(asked).toHaveLength(runs + 1);
});

it('reads nothing for a pair whose turn has not come, so that catalogs wait for nobody', async () => {
  const read: string[] = [];
  const release = Promise.withResolvers<Catalog>();
  const { propose } = matching(({ id }) => {
    read.push(id);
    return release.promise;
  });
  const gone = new AbortController();
  const pairs = [1, 2, 3, 4].map((at) => ({ source: `shop${at}`, target: `warehouse${at}` }));
  const proposed = pairs.map((each, at) => propose(scope, [each], at === 3 ? gone.signal : never));
  await setImmediate();
  expect(read.toSorted()).toEqual(['shop1', 'shop2', 'warehouse1', 'warehouse2']);
  // Whoever goes while it waits has nothing read at all.
  gone.abort();
  await expect(proposed[3]).rejects.toMatchObject({ kind: 'unreadable' });
  release.resolve(catalog);
  await Promise.all(proposed.slice(0, 3));
  expect(read).toContain('shop3');
  expect(read).not.toContain('shop4');
});

it('maps a task with more pairs than may wait, and stops at the first that fails', async (context) => {
  takesLong(context);
  let reads = 0;
  const { propose } = matching(async () => {
    if (++reads > 40) throw new SourceError('unreadable', 'why');
    return catalog;
  });
  const many = Array.from({ length: 20 }, (_, at) => (at % 2 ? pair : { source: pair.target, target: pair.source }));
  expect(await propose(scope, many, never)).toHaveLength(20);
  await expect(propose(scope, many, never)).rejects.toThrow('why');
  expect(reads).toBe(44);
});

it.each<[SourceErrorKind, RegExp]>([
  ['unreadable', /^The (source|target) data source \[name of (shop|warehouse)\]: why$/],
  ['not-allowed', /^The (source|target) data source \[name of (shop|warehouse)\]: why$/],
  ['too-many-tables', /^why$/],
  ['busy', /^why$/],
])('fails by its side where a data source is %s', async (kind, message) => {
  const { propose } = matching(() => Promise.reject(new SourceError(kind, 'why')));
  const failed = propose(scope, [pair], never);
  await expect(failed).rejects.toMatchObject({ kind, side: expect.stringMatching(/^(source|target)$/) });
  await expect(failed).rejects.toThrow(message);
});

it('stops reading the one where the other cannot be read', async () => {
  const stopped: string[] = [];
  const { propose } = matching(
    ({ id }, signal) =>
      new Promise((_, reject) => {
        if (id === 'shop') reject(new SourceError('too-many-tables', 'why'));
        signal.addEventListener('abort', () => stopped.push(id));
      }),
  );
  await expect(propose(scope, [pair], never)).rejects.toThrow('why');
  expect(stopped).toContain('warehouse');
});

it('names both data sources when the time is over', async () => {
  const { propose } = matching(() => new Promise(() => {}));
  await expect(propose(scope, [pair], AbortSignal.timeout(10))).rejects.toMatchObject({
    kind: 'unreadable',
    message: 'The data sources [name of shop] and [name of warehouse] were not read within the time allowed.',
  });
});

it('names the side that is unknown, and lets faults of ours through', async () => {
  const { propose } = matching(() => Promise.reject(new TypeError('ours')));
  await expect(propose(scope, [{ ...pair, target: 'x' }], never)).rejects.toMatchObject({
    kind: 'unknown',
    side: 'target',
  });
  await expect(propose(scope, [{ ...pair, source: 'x' }], never)).rejects.toMatchObject({
    kind: 'unknown',
    side: 'source',
  });
  await expect(propose(scope, [pair], never)).rejects.toThrow(TypeError);
});
