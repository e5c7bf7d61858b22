/** All operations of the contract, called by their names through the guard: before a server with real databases, and before the mock. */
import { createFdiClient, type FdiClient, isApiError, type Transport } from '@roma-fdi/client';
import { operationFor, readContract } from '@roma-fdi/contract';
import { startGuard, startMock, story } from '@roma-fdi/mock';
import type { DatasourceInfo } from '@roma-fdi/types';
import { expect, test } from 'vitest';
import { instance, project, serve, sqliteSource, token } from './serve.ts';

const contract = readContract();

/** Notes which operation each request is of. */
function noting(called: Set<string>): Transport {
  return (url, init) => {
    const segments = new URL(url).pathname.split('/').map(decodeURIComponent);
    called.add(operationFor(contract.route(segments), init.method).operationId);
    return fetch(url, init);
  };
}

/** From two databases to none, by way of everything that can be done with a task between them. */
async function liveThrough(fdi: FdiClient, bodies: { source: DatasourceInfo; target: DatasourceInfo; table: string }) {
  const { dataSources, compositeTasks, tasks } = fdi;
  const source = await dataSources.create(bodies.source);
  const target = await dataSources.create(bodies.target);
  const tested = await dataSources.test(source.datasource_id, bodies.source);
  const { tables } = await dataSources.listTables(source.datasource_id, { position: 'SOURCE' });
  const { columns } = await dataSources.listColumns(source.datasource_id, {
    position: 'SOURCE',
    table_name: bodies.table,
  });
  await dataSources.update(source.datasource_id, { ...bodies.source, description: 'looked into' });
  const shown = await dataSources.show(source.datasource_id);
  await dataSources.list();

  const pair = { source_datasource_id: source.datasource_id, target_datasource_id: target.datasource_id };
  const [element] = await compositeTasks.init({ ...pair, auto_mapping: true });
  const task = element!.task_id;
  const { mappings = [] } = await compositeTasks.mappings.list(task);
  const [mapping] = mappings;
  const both = { source_table: mapping!.source_table!, target_table: mapping!.target_table! };
  await compositeTasks.mappings.update(task, mapping!.id!, { ...pair, ...both });
  await compositeTasks.mappings.applyDecisions(task, {
    accepted: [{ source: mapping!.source_table!, target: mapping!.target_table! }],
  });
  await compositeTasks.mappings.delete(task, mapping!.id!);
  const { mapping_id } = await compositeTasks.mappings.create(task, { ...pair, ...both });
  const ends = { source_ds_id: source.datasource_id, target_ds_id: target.datasource_id };
  const [again] = await compositeTasks.mappings.createAutomatically({ ...ends, task_id: task });

  await compositeTasks.create({ task_id: task, task_name: 'everything', operation_types: ['INSERT'] });
  const listed = await tasks.list({ limit: 1 });
  const counts = await tasks.count();
  const batch = await tasks.batch({ action_id: 'start', list: [{ task_id: task }] });
  const started = await tasks.run(task).then(
    () => true,
    (error: unknown) => (isApiError(error, 'TaskStartFailed') ? false : Promise.reject(error)),
  );
  await tasks.stop(task);
  await compositeTasks.update(task, { operation_types: ['INSERT', 'DELETE'], repulling_snapshot: false });
  await compositeTasks.resetOffset(task, { date_from: 1 });
  await tasks.show(task);
  await tasks.delete(task);
  for (const { datasource_id } of [source, target])
    await dataSources
      .delete(datasource_id)
      .catch((error: unknown) => isApiError(error, 'DataSourceInUse') || Promise.reject(error));
  return { tested, tables, columns, shown, mapping_id, again, listed, counts, batch, started };
}

const everyOperation = contract.operations.map(({ operationId }) => operationId).toSorted();

test('a server keeps the contract in each of them, and says honestly that it runs no task', async () => {
  const server = await serve();
  for (const name of ['from', 'to'])
    server.sqlite(`${name}.db`, 'create table orders (id integer primary key, total integer)');
  const guard = await startGuard(server.url);
  const called = new Set<string>();
  const place = { projectId: project, instanceId: instance, credentials: token };
  const fdi = createFdiClient({ baseUrl: guard.url, ...place, transport: noting(called) });
  const seen = await liveThrough(fdi, {
    source: sqliteSource('from') as DatasourceInfo,
    target: sqliteSource('to') as DatasourceInfo,
    table: 'orders',
  });
  expect(seen).toMatchObject({
    tested: { result: true },
    tables: ['main.orders'],
    columns: [{ field_name: 'id' }, { field_name: 'total' }],
    shown: { description: 'looked into' },
    again: { mappings: [{ status: 'MANUAL' }] },
    listed: { total: 1, entities: [{ task_name: 'everything' }] },
    counts: { cdc_task_details: { terminated_tasks_count: 1 } },
    batch: { success_count: 0, failure_count: 1 },
    started: false,
  });
  expect((await fdi.dataSources.list()).total).toBe(0);
  expect([...called].toSorted()).toEqual(everyOperation);
  expect(guard.violations).toEqual([]);
  await guard.close();
  await server.end();
});

test('the mock keeps the contract in each of them, and its task starts', async () => {
  const mock = await startMock();
  const guard = await startGuard(mock.url);
  const called = new Set<string>();
  const place = { projectId: project, instanceId: instance, credentials: token };
  const fdi = createFdiClient({ baseUrl: guard.url, ...place, transport: noting(called) });
  const request = (name: string) => story.request('createDatasourceInfo', name) as DatasourceInfo;
  const seen = await liveThrough(fdi, { source: request('shop'), target: request('warehouse'), table: 'shop.orders' });
  expect(seen).toMatchObject({ tested: { result: true }, batch: { success_count: 1 }, started: true });
  expect([...called].toSorted()).toEqual(everyOperation);
  expect(guard.violations).toEqual([]);
  await guard.close();
  await mock.close();
});
