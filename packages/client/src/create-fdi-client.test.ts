import { routes, servers } from '@roma-fdi/types';
import { expect, test, vi } from 'vitest';
import { failure, filled, json, stubClient, token } from '../test/stub-transport.ts';
import { createFdiClient, type FdiClient, type OperationId, type Transport } from './index.ts';

const source = { datasource_name: 'n', datasource_type: 'KAFKA', app_id: 'a', content: {} } as const;
const pair = { source_datasource_id: 's', target_datasource_id: 't' };

const calls: Record<OperationId, (fdi: FdiClient) => Promise<unknown>> = {
  createDatasourceInfo: (fdi) => fdi.dataSources.create(source),
  listDatasources: (fdi) => fdi.dataSources.list(),
  showDatasourceDetail: (fdi) => fdi.dataSources.show('an/id'),
  updateDatasourceInfo: (fdi) => fdi.dataSources.update('an/id', source),
  deleteDatasourceInfoById: (fdi) => fdi.dataSources.delete('an/id'),
  startTestDatasource: (fdi) => fdi.dataSources.test('an/id', source),
  listDatasourceTables: (fdi) => fdi.dataSources.listTables('an/id', { position: 'SOURCE' }),
  listDatasourceColumns: (fdi) => fdi.dataSources.listColumns('an/id', { position: 'TARGET', table_name: 'a.b c' }),
  installMultiTasks: (fdi) => fdi.compositeTasks.init(),
  createMultiTasks: (fdi) => fdi.compositeTasks.create({ task_name: 'name', operation_types: ['INSERT'] }),
  updateMultiTasks: (fdi) =>
    fdi.compositeTasks.update('an/id', { operation_types: ['DELETE'], repulling_snapshot: false }),
  resetMultiTaskOffset: (fdi) => fdi.compositeTasks.resetOffset('an/id'),
  listMultiTaskMappings: (fdi) => fdi.compositeTasks.mappings.list('an/id'),
  createMultiTaskMappings: (fdi) => fdi.compositeTasks.mappings.create('an/id', pair),
  updateMultiTaskMappings: (fdi) => fdi.compositeTasks.mappings.update('an/id', 'an/id', pair),
  deleteMultiTaskMapping: (fdi) => fdi.compositeTasks.mappings.delete('an/id', 'an/id'),
  applyMultiTaskDecisions: (fdi) => fdi.compositeTasks.mappings.applyDecisions('an/id', {}),
  createMultiTaskMappingsAutomatically: (fdi) =>
    fdi.compositeTasks.mappings.createAutomatically({ source_ds_id: 's', target_ds_id: 't' }),
  listTasks: (fdi) => fdi.tasks.list(),
  showTask: (fdi) => fdi.tasks.show('an/id'),
  deleteTask: (fdi) => fdi.tasks.delete('an/id'),
  countTasks: (fdi) => fdi.tasks.count(),
  runTask: (fdi) => fdi.tasks.run('an/id'),
  stopTask: (fdi) => fdi.tasks.stop('an/id'),
  batchStartOrStopTasks: (fdi) => fdi.tasks.batch({ action_id: 'stop', list: [{ task_id: 'a' }] }),
};
/** What a call sends behind its path. */
const queries: Partial<Record<OperationId, string>> = {
  listDatasourceTables: '?position=SOURCE',
  listDatasourceColumns: '?position=TARGET&table_name=a.b%20c',
};

test.each(Object.keys(routes) as OperationId[])('%s calls the contract’s method and path', async (operation) => {
  const { fdi, asked } = stubClient([json({}, 500)]);
  await failure(calls[operation](fdi));
  const url = `https://fdi.test${filled(operation, 'an%2Fid')}${queries[operation] ?? ''}`;
  expect(asked).toMatchObject([{ method: routes[operation].method, url, redirect: 'manual' }]);
});

test('a body goes as JSON, and no body as none', async () => {
  const { fdi, asked } = stubClient([json([])]);
  await fdi.compositeTasks.init({ auto_mapping: true });
  await fdi.compositeTasks.init();
  expect(asked[0]?.body).toBe('{"auto_mapping":true}');
  expect(asked[0]?.headers.get('Content-Type')).toBe('application/json');
  expect(asked[1]).not.toHaveProperty('body');
  expect(asked[1]?.headers.has('Content-Type')).toBe(false);
});

test('form data goes urlencoded, without what is undefined', async () => {
  const { fdi, asked } = stubClient([json([])]);
  await fdi.compositeTasks.mappings.createAutomatically({
    source_ds_id: 's',
    target_ds_id: 't',
    task_type: 1,
    mapping_prefix: 'a&b=c+ü %',
    mapping_suffix: '',
    ...({ task_id: undefined } as object),
  });
  expect(asked[0]?.headers.get('Content-Type')).toBe('application/x-www-form-urlencoded');
  expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toEqual({
    source_ds_id: 's',
    target_ds_id: 't',
    task_type: '1',
    mapping_prefix: 'a&b=c+ü %',
    mapping_suffix: '',
  });
});

test('a field of form data that UTF-8 cannot hold is refused, and nothing is sent', async () => {
  const { fdi, asked } = stubClient([json([])]);
  const form = { source_ds_id: 's', target_ds_id: 't', mapping_prefix: '\ud800' };
  const error = await failure(fdi.compositeTasks.mappings.createAutomatically(form));
  expect(String(error)).toMatch(/^InvalidCallError: .*half a surrogate pair/);
  expect(asked).toEqual([]);
});

test('an offset is reset with an empty body where nothing is said', async () => {
  const { fdi, asked } = stubClient([json({})]);
  await fdi.compositeTasks.resetOffset('task');
  await fdi.compositeTasks.resetOffset('task', { date_from: 1 });
  expect(asked.map(({ body }) => body)).toEqual(['{}', '{"date_from":1}']);
});

test('a success without a body gives nothing, and a needless one is passed over', async () => {
  for (const answer of [new Response(null, { status: 200 }), json({ message: 'ok' })]) {
    const { fdi } = stubClient([answer]);
    expect(await fdi.tasks.run('task')).toBeUndefined();
  }
});

/** Lists the IDs that are left, by the offset and the limit of the request, and removes those that are deleted. */
const shrinking = (ids: string[], page: (ids: string[], total: number) => object): Transport => {
  return async (url, { method }) => {
    const { pathname, searchParams } = new URL(url);
    if (method === 'DELETE') ids.splice(ids.indexOf(pathname.split('/').at(-1)!), 1);
    const from = Number(searchParams.get('offset'));
    return json(page(ids.slice(from, from + Number(searchParams.get('limit'))), ids.length));
  };
};
const many = () => Array.from({ length: 25 }, (_, index) => `id-${index}`);

test('a loop that deletes the tasks that it is given misses none', async () => {
  const left = many();
  const entities = (ids: string[]) => ids.map((task_id) => ({ task_id }));
  const { fdi } = stubClient(shrinking(left, (ids, total) => ({ total, size: ids.length, entities: entities(ids) })));
  for await (const { task_id } of fdi.tasks.iterate({ limit: 10 })) await fdi.tasks.delete(task_id!);
  expect(left).toEqual([]);
});

test('a loop that deletes the mappings that it is given misses none', async () => {
  const left = many();
  const page = (ids: string[], total: number) => ({
    ...{ mapping_id: 'any', task_id: 'task', mappings_total_count: total },
    mappings: ids.map((id) => ({ id })),
  });
  const { fdi } = stubClient(shrinking(left, page));
  const { iterate, delete: remove } = fdi.compositeTasks.mappings;
  for await (const { id } of iterate('task', { limit: 10 })) await remove('task', id!);
  expect(left).toEqual([]);
});

test('tasks are iterated over all pages', async () => {
  const pages = [['a', 'b'], ['c']].map((ids) =>
    json({ total: 3, size: 2, entities: ids.map((task_id) => ({ task_id })) }),
  );
  const { fdi, asked } = stubClient(pages);
  const ids = [];
  for await (const { task_id } of fdi.tasks.iterate({ limit: 2, status: 0 })) ids.push(task_id);
  expect(ids).toEqual(['a', 'b', 'c']);
  expect(asked.map(({ url }) => new URL(url).search)).toEqual([
    '?limit=2&status=0&offset=0',
    '?limit=2&status=0&offset=2',
  ]);
});

test('headers of the call stand before those of the client, and the token before both', async () => {
  const { fdi, asked } = stubClient([json([])], { headers: { 'X-A': 'client', 'X-B': 'client' } });
  await fdi.compositeTasks.init({}, { headers: { 'X-B': 'call', 'X-Auth-Token': 'another' } });
  expect(Object.fromEntries(asked[0]!.headers)).toMatchObject({
    'x-a': 'client',
    'x-b': 'call',
    'x-auth-token': token,
    accept: 'application/json',
  });
});

test('a header that HTTP cannot carry is refused by name, unquoted, and nothing is sent', async () => {
  const { fdi, asked } = stubClient([json([])]);
  const error = await failure(fdi.compositeTasks.init({}, { headers: { 'X-Key': 'secret\n' } }));
  expect(String(error)).toMatch(/^InvalidCallError: Header X-Key/);
  expect(String(error)).not.toContain('secret');
  expect(asked).toEqual([]);
});

test('a path before the API’s own is kept', async () => {
  const { fdi, asked } = stubClient([json([])], { baseUrl: 'https://gateway.test/roma/' });
  await fdi.compositeTasks.init();
  expect(asked[0]?.url).toBe(`https://gateway.test/roma${filled('installMultiTasks')}`);
});

test('a function gives the token of each call', async () => {
  const tokens = ['first-token', 'second-token'];
  const { fdi, asked } = stubClient([json([])], { credentials: async () => tokens.shift()! });
  await fdi.compositeTasks.init();
  await fdi.compositeTasks.init();
  expect(asked.map(({ headers }) => headers.get('X-Auth-Token'))).toEqual(['first-token', 'second-token']);
});

test.each(['', '.', '..'])('the id %j is refused and nothing is sent', async (id) => {
  const { fdi, asked } = stubClient([json({})]);
  expect(String(await failure(fdi.tasks.delete(id)))).toContain('task_id must be neither empty');
  expect(asked).toEqual([]);
});

test('the global fetch of the time of the call carries it where no transport is given', async () => {
  const { fdi } = stubClient([], { transport: undefined as never });
  vi.stubGlobal('fetch', async () => json([{ task_id: 'from the stub' }]));
  try {
    expect(await fdi.compositeTasks.init()).toEqual([{ task_id: 'from the stub' }]);
  } finally {
    vi.unstubAllGlobals();
  }
});

const place = { projectId: 'p', instanceId: 'i', credentials: token };

test.each(servers[0].variables.region.enum)('region %s calls the cloud’s address there', async (region) => {
  const asked: string[] = [];
  const transport: Transport = async (url) => {
    asked.push(url);
    return json([]);
  };
  await createFdiClient({ ...place, region, transport }).compositeTasks.init();
  expect(new URL(asked[0]!).origin).toBe(servers[0].url.replace('{region}', region));
});

test.each(['mars-1', 'evil.test/#', '', 'constructor'])('region %j is refused with the list of regions', (region) => {
  expect(() => createFdiClient({ ...place, region } as never)).toThrow('region must be one of cn-north-1, ');
});

test('neither or both of baseUrl and region are refused', () => {
  expect(() => createFdiClient(place as never)).toThrow('Give either baseUrl or region');
  expect(() => createFdiClient({ ...place, baseUrl: 'https://host', region: 'cn-north-4' } as never)).toThrow(
    'Give either baseUrl or region',
  );
});
