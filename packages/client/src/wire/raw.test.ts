import { routes } from '@roma-fdi/types';
import { expect, test } from 'vitest';
import { failure, json, stubClient, token } from '../../test/stub-transport.ts';

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

test.each<[string, (request: Request) => Request]>([
  ['copies the request', (request) => new Request(request)],
  ['makes another one', ({ url, method }) => new Request(url, { method })],
  ['gives it a signal of its own', (request) => new Request(request, { signal: new AbortController().signal })],
])('middleware that %s leaves a call its timeout and its signal', async (_, onRequest) => {
  const { fdi } = stubClient(() => new Promise<never>(() => {}), { timeout: 30_000 });
  fdi.raw.use({ onRequest: ({ request }) => onRequest(request) });
  const { path } = routes.listDatasources;
  const calls = [
    () => fdi.raw.GET(path, { params: { path: place }, timeout: 3 }),
    () => fdi.raw.request('get', path, { params: { path: place }, timeout: 3 }),
  ];
  for (const call of calls) expect(await failure(call())).toMatchObject({ name: 'TimeoutError', timeout: 3 });
  const controller = new AbortController();
  const aborted = failure(fdi.raw.GET(path, { params: { path: place }, signal: controller.signal }));
  controller.abort('enough');
  expect(await aborted).toBe('enough');
});

test('a call without a fetch of its own is carried as all are, and one with it by that', async () => {
  const { fdi, asked } = stubClient([json([])]);
  const { method, path } = routes.installMultiTasks;
  const absent = { fetch: undefined as never, timeout: undefined, signal: null };
  await fdi.raw[method](path, { params: { path: place }, ...absent });
  expect(asked).toHaveLength(1);
  const own = async () => json([{ task_id: 'own' }]);
  const { data } = await fdi.raw[method](path, { params: { path: place }, fetch: own });
  expect([data, asked.length]).toEqual([[{ task_id: 'own' }], 1]);
});

test('the signal of middleware counts as well', async () => {
  const { fdi } = stubClient(() => new Promise<never>(() => {}));
  const middlewares = new AbortController();
  fdi.raw.use({ onRequest: ({ request }) => new Request(request, { signal: middlewares.signal }) });
  const { signal } = new AbortController();
  const aborted = failure(fdi.raw.GET(routes.listDatasources.path, { params: { path: place }, signal }));
  middlewares.abort('by middleware');
  expect(await aborted).toBe('by middleware');
});

test('a transport that gives its headers one by one serves the raw client too', async () => {
  const named = { 'content-type': 'application/json', 'x-request-id': 'r1', 'x-failure': 'TaskNotFound' };
  const get = (name: string) => Object.entries(named).find(([known]) => known === name.toLowerCase())?.[1] ?? null;
  const { fdi } = stubClient(async () => ({ status: 404, headers: { get }, text: async () => '{"error_code":"X"}' }));
  const { error, response } = await fdi.raw.GET(routes.listDatasources.path, { params: { path: place } });
  expect(error).toEqual({ error_code: 'X' });
  expect(Object.fromEntries(response.headers)).toEqual(named);
});

test('form data goes urlencoded or multipart, as the call says', async () => {
  const { fdi, asked } = stubClient([json([])]);
  const path = routes.createMultiTaskMappingsAutomatically.path;
  const call = { params: { path: { project_id: 'p' } }, body: { source_ds_id: 'a b', target_ds_id: 'ü' } };
  await fdi.raw.POST(path, { ...call, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
  const bodySerializer = (body: object) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(body)) form.append(name, value);
    return form;
  };
  await fdi.raw.POST(path, { ...call, bodySerializer });
  for (const { headers, body } of asked) {
    const form = await new Response(body, { headers: { 'Content-Type': headers.get('Content-Type')! } }).formData();
    expect(Object.fromEntries(form)).toEqual(call.body);
  }
  expect(asked.map(({ headers }) => headers.get('Content-Type')?.split(';')[0])).toEqual([
    'application/x-www-form-urlencoded',
    'multipart/form-data',
  ]);
});

test('an answer without a body is one', async () => {
  const { fdi } = stubClient([new Response(null, { status: 204 })]);
  const path = { ...place, task_id: 'task' };
  expect(await fdi.raw.DELETE(routes.deleteTask.path, { params: { path } })).toMatchObject({
    response: { status: 204 },
  });
});

test('half a surrogate pair is refused in words', async () => {
  const { fdi, asked } = stubClient([json({})]);
  const call = fdi.raw.GET(routes.listDatasources.path, { params: { path: place, query: { name: '\ud800' } } });
  expect(String(await failure(call))).toMatch(/^InvalidCallError: .*half a surrogate pair/);
  expect(asked).toEqual([]);
});
