/** What commit 85123cb wrote is there, every row of it, whatever has changed since. `fixtures/README.md` tells how it was made. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bindSecrets } from '../src/sources/bind-secrets.ts';
import { createSealer } from '../src/sources/seal.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import { proposal, scope, wideProposals } from './store-samples.ts';

const fixture = new URL('fixtures/store-85123cb.db', import.meta.url);
let folder: string;
let path: string;
let store: Store;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'roma-fdi-fixture-'));
  path = join(folder, 'store.db');
  copyFileSync(fixture, path);
  store = await openStore({ path });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const page = { limit: 1000, offset: 0, schemaLimit: 1000 };

describe('a store of commit 85123cb', () => {
  it('has its columns counted', async () => {
    const counted = await store.listMappings({ ...scope, taskId: 'wide', ...page, summary: true });
    const whole = await store.listMappings({ ...scope, taskId: 'wide', ...page });
    if (counted.status !== 'page' || whole.status !== 'page') throw new Error('The task is gone.');
    const ids = [...whole.mappings, ...whole.later].map(({ id }) => id);
    const read = await store.readMappings({ ids });
    const summaries = await store.readListedMappings({ ids, summary: true });
    expect(read).toHaveLength(34);
    expect(summaries).toMatchObject(
      read.map(({ id, sourceColumns, columnPairs }) => {
        const [all, mapped] = [sourceColumns, columnPairs].map((text) => JSON.parse(text).length as number);
        return { id, mapped, unmapped: all! - mapped! };
      }),
    );
  });

  it('has all data sources, and the secret of one still opens', async () => {
    const list = async (instance: string) => (await store.listDataSources({ ...scope, instance, ...page })).entities;
    const own = await list(scope.instance);
    expect(own.map(({ name, type }) => `${name} ${type}`).sort()).toEqual([
      'pg-source POSTGRESQL',
      'pg-target POSTGRESQL',
      'shop SQLITE',
      'warehouse SQLITE',
      'with secret SQLITE',
    ]);
    expect((await list('other')).map(({ id }) => id)).toEqual(['elsewhere']);
    const secret = own.find(({ name }) => name === 'with secret');
    expect(secret).toMatchObject({
      appId: 'fixture',
      content: { database_name: 'later.db' },
      description: 'Bücher & "quotes"',
    });
    const sealer = createSealer(Buffer.from('85123cb0'.repeat(8), 'hex'));
    expect(await bindSecrets(store, sealer)).toEqual({ bound: 1, left: 2 });
    const id = secret?.id ?? '';
    const found = await store.findDataSource({ ...scope, id });
    if (!found?.sealedSecret) throw new Error('The secret is gone.');
    expect(sealer.open(found, found.sealedSecret)).toEqual({ password: 'sealed' });
    const elsewhere = { ...found, content: { ...found.content, host: 'elsewhere' } };
    expect(() => sealer.open(elsewhere, found.sealedSecret ?? '')).toThrow('were changed outside this server');
    // Nothing is bound a second time, and what was opaque stays so.
    expect(await bindSecrets(store, sealer)).toEqual({ bound: 0, left: 2 });
  });

  it.each([
    ['draft', '1111', []],
    ['pair-without-mappings', null, [['shop', 'warehouse', 0]]],
    ['mapped', null, [['shop', 'warehouse', 2]]],
    [
      'several-pairs',
      null,
      [
        ['shop', 'warehouse', 2],
        ['shop', 'shop', 3],
      ],
    ],
    ['wide', '2222', [['pg-source', 'pg-target', 34]]],
  ])('has the task %s with its pairs and mappings', async (taskId, serverId, pairs) => {
    const result = await store.initTask({ ...scope, taskId, serverId: null, ...page });
    if (result.status !== 'done') throw new Error(`Expected the task, but ${result.status}.`);
    expect(result).toMatchObject({ created: false, task: { id: taskId, serverId } });
    expect(result.pairs.map((one) => [one.source.name, one.target.name, one.mappingCount])).toEqual(pairs);
    for (const { source, target, mappings, mappingCount, schemaMappings } of result.pairs) {
      expect(mappings).toHaveLength(mappingCount);
      expect(mappings.every(({ status }) => status === 'AUTO')).toBe(true);
      const pair = { source: source.id, target: target.id };
      expect(await store.listMappings({ ...scope, taskId, ...pair, ...page })).toMatchObject({
        total: mappingCount,
        mappings,
        schemaMappings,
      });
    }
  });

  it('has mappings as they were written', async () => {
    const read = await store.listMappings({ ...scope, taskId: 'wide', ...page });
    if (read.status !== 'page') throw new Error(`Expected a page, but ${read.status}.`);
    const tables = (one: { sourceSchema: string; sourceTable: string; targetSchema: string; percent: number }) =>
      `${one.sourceSchema} ${one.sourceTable} ${one.targetSchema} ${one.percent}`;
    expect(read.mappings.map(tables)).toEqual(
      [
        ...wideProposals(30, 3),
        proposal('c', { sourceSchema: 'a.b' }),
        proposal('c', { sourceSchema: 'a', sourceTable: 'b.c', targetSchema: 'archive' }),
        proposal('nothing_paired', { percent: 0 }),
        proposal('no_columns', { percent: 0 }),
      ].map(tables),
    );
    expect(read.schemaMappings.map((one) => [one.sourceSchema, one.targetSchema])).toEqual([
      ['shop', 'warehouse'],
      ['a.b', 'warehouse'],
      ['a', 'archive'],
    ]);
    expect(read.mappings[0]).toMatchObject({
      sourceColumns:
        '[["column_number_0","VARCHAR","255"],["column_number_1","VARCHAR","255"],["column_number_2","VARCHAR","255"]]',
      columnPairs: '[[0,0],[1,1],[2,2]]',
    });
  });
});

it('counts every row of the fixture in the tests above', () => {
  const database = new DatabaseSync(join(folder, 'counted.db'));
  database.prepare('attach ? as fixture').run(fixture.pathname);
  const count = (table: string) => database.prepare(`select count(*) as rows from fixture.${table}`).get()?.['rows'];
  expect(['data_sources', 'tasks', 'pairs', 'mappings', 'schema_mappings'].map(count)).toEqual([6, 5, 5, 41, 6]);
  database.close();
});

it('is refused with a sentence where a newer server has changed its schema', async () => {
  const newer = join(folder, 'newer.db');
  copyFileSync(fixture, newer);
  const database = new DatabaseSync(newer);
  database.exec("insert into schema_versions values (1000, 'later', 'sum', 0)");
  for (let step = 2; step < 1000; step++) database.exec(`insert into schema_versions values (${step}, 's', 'c', 0)`);
  database.close();
  await expect(openStore({ path: newer })).rejects.toMatchObject({
    kind: 'newer-schema',
    message: expect.stringMatching(/was written by a newer server: .* Start the newer server, or restore a copy/),
  });
});
