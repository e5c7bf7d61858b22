/** The test double: the real server, used as a test would use it. */

import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createFdiClient, isApiError } from '@roma-fdi/client';
import { fixtures, startTestServer, type TestServer, type TestServerFixtures } from '@roma-fdi/server/test';
import { afterAll, test as base, beforeAll, describe, expect, vi } from 'vitest';

const test = base.extend<TestServerFixtures>(fixtures);

describe.concurrent('the fixtures give each test an instance of its own', () => {
  for (const round of [1, 2])
    test(`in which only its own task is, round ${round}`, async ({ instance, expect }) => {
      const fdi = createFdiClient(instance.client);
      const pair = { source_datasource_id: instance.source, target_datasource_id: instance.target };
      const [task] = await fdi.compositeTasks.init({ task_id: 'the-same-in-each', ...pair, auto_mapping: true });
      expect(task?.mappings?.map(({ source_table, target_table }) => `${source_table} ${target_table}`)).toEqual([
        'main.customers main.dim_customer',
        'main.order_items main.fact_order_items',
        'main.orders main.fact_orders',
      ]);
      await fdi.compositeTasks.create({
        task_id: 'the-same-in-each',
        task_name: 'same-in-each',
        operation_types: ['INSERT'],
      });
      const { entities } = await fdi.tasks.list();
      expect(entities).toHaveLength(1);
    });
});

test('a created task starts and stops, and a draft does not', async ({ instance }) => {
  const fdi = createFdiClient(instance.client);
  const { task_id = '' } = await fdi.compositeTasks.create({ task_name: 'Nightly', operation_types: ['INSERT'] });
  await fdi.tasks.run(task_id);
  expect((await fdi.tasks.count()).cdc_task_details?.running_tasks_count).toBe(1);
  await fdi.tasks.stop(task_id);
  expect((await fdi.tasks.count()).cdc_task_details?.running_tasks_count).toBe(0);
  await fdi.compositeTasks.init({ task_id: 'a-draft' });
  await expect(fdi.tasks.run('a-draft')).rejects.toSatisfy((error) => isApiError(error, 'TaskStartFailed'));
});

test('its answers do not pass through a fetch that a test has replaced', async ({ testServer }) => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('The test wants no network.')));
  try {
    expect((await testServer.instance()).source).toMatch(/./);
  } finally {
    vi.unstubAllGlobals();
  }
});

describe('what would be ignored is refused by its name', () => {
  base.for<[object, RegExp]>([
    [{ sorce: 'create table a (b)' }, /startTestServer has no option sorce; it has source, target, settings, engine/],
    [{ settings: { port: 4020 } }, /sets port itself/],
    [{ settings: { host: '0.0.0.0' } }, /sets host itself/],
    [{ settings: { keyFile: 'a.key' } }, /sets keyFile itself/],
    [{ settings: { tokensFile: 'tokens' } }, /sets tokensFile itself/],
  ])('%j', async ([options, says]) => {
    await expect(startTestServer(options)).rejects.toThrow(says);
  });
});

describe('a server with databases of the test’s own', () => {
  let server: TestServer;
  beforeAll(async () => {
    const sql = 'create table parts (part_no integer primary key, weight integer)';
    server = await startTestServer({ source: sql, target: sql, settings: { maxTables: 1 } });
  });
  afterAll(() => server.close());

  base('maps them, and heeds its settings', async () => {
    const fdi = createFdiClient(server.client);
    const pair = { source_datasource_id: server.source, target_datasource_id: server.target };
    const [task] = await fdi.compositeTasks.init({ ...pair, auto_mapping: true });
    expect(task?.mappings).toMatchObject([{ source_table: 'main.parts', mapping_percent: 100 }]);
    // A database changes under a running server, as in life.
    server.database('source', 'create table crates (crate_no integer)');
    await expect(fdi.compositeTasks.init({ ...pair, auto_mapping: true })).rejects.toThrow(/2 tables/);
  });

  base('takes further databases, by the name that it gives them', async () => {
    const fdi = createFdiClient(server.client);
    const database_name = server.database('third', 'create table things (id integer)');
    const { datasource_id } = await fdi.dataSources.create({
      datasource_name: 'third',
      datasource_type: 'SQLITE',
      app_id: 'tests',
      content: { database_name },
    });
    expect(await fdi.dataSources.listTables(datasource_id, { position: 'SOURCE' })).toEqual({
      tables: ['main.things'],
    });
    expect(() => server.database('../third', '')).toThrow(/letters, digits/);
    expect(() => server.database('fourth', 'create nothing')).toThrow(/database fourth fails: near "nothing"/);
  });
});

base('it leaves no file behind, closed, disposed of, or failed', async () => {
  const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('roma-fdi-test-server-'));
  const before = new Set(folders());
  const closed = await startTestServer();
  {
    await using disposed = await startTestServer();
    expect(disposed.url).not.toBe(closed.url);
  }
  await closed.close();
  await expect(startTestServer({ target: 'select nothing' })).rejects.toThrow(/database target fails/);
  await expect(startTestServer({ settings: { deadline: 0 } })).rejects.toThrow(/deadline/);
  expect(folders().filter((name) => !before.has(name))).toEqual([]);
});
