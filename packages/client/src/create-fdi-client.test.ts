import { getEventListeners } from 'node:events';
import { failures, routes } from '@roma-fdi/types';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { failure, json, stubClient, token } from '../test/stub-transport.ts';
import type { ApiError, FdiClient, OperationId } from './index.ts';

afterEach(() => {
  vi.useRealTimers();
});

const calls: Record<OperationId, (fdi: FdiClient) => Promise<unknown>> = {
  createDatasourceInfo: (fdi) =>
    fdi.dataSources.create({ datasource_name: 'n', datasource_type: 'MYSQL', app_id: 'a', content: {} }),
  listDatasources: (fdi) => fdi.dataSources.list(),
  deleteDatasourceInfoById: (fdi) => fdi.dataSources.delete('an/id'),
  installMultiTasks: (fdi) => fdi.compositeTasks.init(),
  listMultiTaskMappings: (fdi) => fdi.compositeTasks.mappings.list('an/id'),
  showTask: (fdi) => fdi.tasks.show('an/id'),
  deleteTask: (fdi) => fdi.tasks.delete('an/id'),
};

/** The contract's path with the stub's project and instance in it, and this ID. */
function filled(operation: OperationId, id = ''): string {
  const place: Record<string, string> = { project_id: 'project', instance_id: 'instance' };
  return routes[operation].path.replace(/\{(\w+)\}/g, (_, name) => place[name] ?? id);
}

test.each(Object.keys(routes) as OperationId[])('%s calls the contract’s method and path', async (operation) => {
  const { fdi, asked } = stubClient([json({}, 500)]);
  await failure(calls[operation](fdi));
  const url = `https://fdi.test${filled(operation, 'an%2Fid')}`;
  expect(asked).toMatchObject([{ method: routes[operation].method, url, redirect: 'manual' }]);
});

describe('request', () => {
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
    const { fdi, asked } = stubClient([json([])], { token: async () => tokens.shift()! });
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
});

describe('deadline', () => {
  const hangs = () => new Promise<never>(() => {});

  test.each([
    ['init', 120_000, (fdi: FdiClient) => fdi.compositeTasks.init()],
    ['another call', 30_000, (fdi: FdiClient) => fdi.tasks.show('task')],
    ['a call with its own timeout', 7, (fdi: FdiClient) => fdi.compositeTasks.init({}, { timeout: 7 })],
  ])('%s ends after %d ms', async (_, timeout, call) => {
    vi.useFakeTimers();
    const ended = failure(call(stubClient(hangs).fdi));
    await vi.advanceTimersByTimeAsync(timeout - 1);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await ended).toMatchObject({ name: 'TimeoutError', timeout });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a function for the token that never answers is under the deadline too', async () => {
    const { fdi, asked } = stubClient([json([])], { token: hangs, timeout: 5 });
    expect(await failure(fdi.compositeTasks.init())).toMatchObject({ name: 'TimeoutError' });
    expect(asked).toEqual([]);
  });

  test('an abort of the caller comes back as the caller’s own reason', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const ended = failure(stubClient(hangs).fdi.compositeTasks.init({}, { signal: controller.signal }));
    controller.abort(reason);
    expect(await ended).toBe(reason);
  });

  test('a timeout that no timer can do is refused', async () => {
    const { fdi } = stubClient([json([])]);
    expect(String(await failure(fdi.compositeTasks.init({}, { timeout: 0 })))).toContain(
      'timeout must be milliseconds',
    );
  });

  test('thousands of calls on one signal, many at a time, leave no listener, no timer and no warning', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const warnings: Error[] = [];
    const warn = (warning: Error) => warnings.push(warning);
    process.on('warning', warn);
    const { signal } = new AbortController();
    const { fdi } = stubClient([json([{ task_id: 't' }]), json([])]);
    for (let round = 0; round < 60; round++) {
      await Promise.all(Array.from({ length: 50 }, () => fdi.compositeTasks.init({}, { signal })));
    }
    await new Promise(setImmediate);
    process.off('warning', warn);
    expect(warnings).toEqual([]);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('answer', () => {
  test('null is taken for absent, and values newer than this client come through', async () => {
    const { fdi } = stubClient([
      json([{ task_id: 't', ext_info: null, mappings: [{ status: 'NEW', id: null }], more: 1 }]),
    ]);
    expect(await fdi.compositeTasks.init()).toStrictEqual([{ task_id: 't', mappings: [{ status: 'NEW' }], more: 1 }]);
  });

  test('pages are read one after another until the total', async () => {
    const page = (ids: string[]) =>
      json({ task_id: 't', mappings: ids.map((id) => ({ id })), mappings_total_count: 3 });
    const { fdi, asked } = stubClient([page(['a', 'b']), page(['c'])]);
    const ids: unknown[] = [];
    for await (const { id } of fdi.compositeTasks.mappings.iterate('t', { limit: 2, source_table: 'a.b' }))
      ids.push(id);
    expect(ids).toEqual(['a', 'b', 'c']);
    const queries = asked.map(({ url }) => Object.fromEntries(new URL(url).searchParams));
    expect(queries).toEqual([
      { limit: '2', offset: '0', source_table: 'a.b' },
      { limit: '2', offset: '2', source_table: 'a.b' },
    ]);
  });

  test('data sources are read page by page too', async () => {
    const page = (id: string) => json({ total: 2, size: 1, entities: [{ datasource_id: id }] });
    const { fdi, asked } = stubClient([page('a'), page('b')]);
    const ids: string[] = [];
    for await (const source of fdi.dataSources.iterate()) ids.push(source.datasource_id);
    expect(ids).toEqual(['a', 'b']);
    expect(asked.map(({ url }) => new URL(url).search)).toEqual(['?limit=100&offset=0', '?limit=100&offset=1']);
  });

  test('an error says what happened, where, and what to do', async () => {
    const { status, code, message, remedy, meaning } = failures.TaskNotFound;
    const headers = { 'X-Request-Id': 'r1', 'Retry-After': '3' };
    const { fdi } = stubClient([json({ error_code: code, error_msg: message }, status, headers)]);
    const error = (await failure(fdi.tasks.show('task'))) as ApiError;
    expect(error).toMatchObject({
      status,
      code,
      requestId: 'r1',
      retryAfter: 3,
      failure: 'TaskNotFound',
      remedy,
      meaning,
    });
    const path = filled('showTask', 'task');
    expect(error.message).toBe(
      `showTask (GET ${path}) answered ${status} ${code}: ${message}\nWhat to do: ${remedy}\nX-Request-Id: r1`,
    );
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ name: 'ApiError', message: error.message, status, path });
  });

  test('an error points at the line that made the call, also one that came out of a timer', async () => {
    const { fdi } = stubClient(() => new Promise<never>(() => {}), { timeout: 1 });
    async function thisVeryLine(): Promise<unknown> {
      return await fdi.tasks.show('task');
    }
    expect((await failure(thisVeryLine())) as Error).toHaveProperty('stack', expect.stringContaining('thisVeryLine'));
  });
});

describe('raw', () => {
  const place = { project_id: 'project', instance_id: 'instance' };

  test('calls carry address, token and rule on redirects, and give data, error and response', async () => {
    const { fdi, asked } = stubClient([json([{ task_id: 't' }]), json({ error_code: 'X', error_msg: 'No.' }, 400)]);
    const { method, path } = routes.installMultiTasks;
    const good = await fdi.raw[method](path, { params: { path: place }, body: { auto_mapping: true } });
    expect(good.data).toEqual([{ task_id: 't' }]);
    const bad = await fdi.raw[method](path, { params: { path: place } });
    expect(bad).toMatchObject({ error: { error_code: 'X' }, response: { status: 400 } });
    expect(asked[0]).toMatchObject({ redirect: 'manual', body: '{"auto_mapping":true}' });
    expect(asked[0]?.headers.get('X-Auth-Token')).toBe(token);
    expect(asked[1]).not.toHaveProperty('body');
  });

  test('a call to another address is refused before the token goes there', async () => {
    const { fdi, asked } = stubClient([json({})]);
    const call = fdi.raw.GET(routes.listDatasources.path, { baseUrl: 'https://other.test', params: { path: place } });
    expect(String(await failure(call))).toContain('A call goes to the address of its client');
    expect(asked).toEqual([]);
  });

  test('middleware works as openapi-fetch describes it, and never sees the token', async () => {
    const { fdi, asked } = stubClient([json({ total: 0, size: 0, entities: [] })]);
    const seen: (string | null)[] = [];
    fdi.raw.use({
      onRequest: ({ request }) => new Request(request, { headers: { 'X-Added': 'yes' } }),
      onResponse: ({ request, response }) => {
        seen.push(request.headers.get('X-Auth-Token'));
        return new Response(response.body, { status: 203 });
      },
    });
    const { response } = await fdi.raw.GET(routes.listDatasources.path, { params: { path: place } });
    expect(response.status).toBe(203);
    expect(asked[0]?.headers.get('X-Added')).toBe('yes');
    expect(asked[0]?.headers.get('X-Auth-Token')).toBe(token);
    expect(seen).toEqual([null]);
  });

  test('a call takes a timeout of its own', async () => {
    const { fdi } = stubClient(() => new Promise<never>(() => {}));
    const call = fdi.raw.GET(routes.listDatasources.path, { params: { path: place }, timeout: 3 });
    expect(await failure(call)).toMatchObject({ name: 'TimeoutError', timeout: 3, operation: undefined });
  });

  test('an answer without a body is one', async () => {
    const { fdi } = stubClient([new Response(null, { status: 204 })]);
    const path = { ...place, task_id: 'task' };
    expect(await fdi.raw.DELETE(routes.deleteTask.path, { params: { path } })).toMatchObject({
      response: { status: 204 },
    });
  });
});
