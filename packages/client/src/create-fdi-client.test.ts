import { routes } from '@roma-fdi/types';
import { expect, test, vi } from 'vitest';
import { failure, filled, json, stubClient, token } from '../test/stub-transport.ts';
import type { FdiClient, OperationId } from './index.ts';

const calls: Record<OperationId, (fdi: FdiClient) => Promise<unknown>> = {
  createDatasourceInfo: (fdi) =>
    fdi.dataSources.create({ datasource_name: 'n', datasource_type: 'MYSQL', app_id: 'a', content: {} }),
  listDatasources: (fdi) => fdi.dataSources.list(),
  showDatasourceDetail: (fdi) => fdi.dataSources.show('an/id'),
  deleteDatasourceInfoById: (fdi) => fdi.dataSources.delete('an/id'),
  installMultiTasks: (fdi) => fdi.compositeTasks.init(),
  listMultiTaskMappings: (fdi) => fdi.compositeTasks.mappings.list('an/id'),
  showTask: (fdi) => fdi.tasks.show('an/id'),
  deleteTask: (fdi) => fdi.tasks.delete('an/id'),
};

test.each(Object.keys(routes) as OperationId[])('%s calls the contract’s method and path', async (operation) => {
  const { fdi, asked } = stubClient([json({}, 500)]);
  await failure(calls[operation](fdi));
  const url = `https://fdi.test${filled(operation, 'an%2Fid')}`;
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
