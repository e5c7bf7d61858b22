import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { failures } from '@roma-fdi/types';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Guard, startGuard, startMock, story } from '../src/index.ts';
import { requestInit, storyRequests } from './story-requests.ts';
import { type Handler, json, startUpstream } from './upstream.ts';

const token = 'secret-of-the-caller';
const INIT = 'installMultiTasks';
const good = story.answer<Record<string, unknown>[]>(INIT, 'auto-mapping').body;
const unknownSource = story.answer(INIT, 'unknown-data-source').body;
const element = good[0] ?? {};
const [mapping] = element['mappings'] as Record<string, unknown>[];

let upstream: Awaited<ReturnType<typeof startUpstream>>;
let guard: Guard;
let lenient: Guard;

beforeAll(async () => {
  upstream = await startUpstream();
  guard = await startGuard(upstream.url, { timeout: 1_000 });
  lenient = await startGuard(new URL(upstream.url), { strict: false });
});
afterAll(() => Promise.all([guard.close(), lenient.close(), upstream.close()]));
afterEach(() => {
  guard.takeViolations();
  lenient.takeViolations();
});

async function call(through: Guard, handler: Handler, init: RequestInit = {}, path = story.path(INIT)) {
  upstream.answer(handler);
  const response = await fetch(through.url + path, {
    method: 'POST',
    body: '{}',
    ...init,
    headers: { 'Content-Type': 'application/json', 'X-Auth-Token': token, ...init.headers },
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: text === '' ? undefined : JSON.parse(text) };
}

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const switching: Handler = ({ socket }) =>
  socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n');

const remove = (path: string) =>
  call(guard, json(204, undefined, { 'content-type': undefined }), { method: 'DELETE', body: null }, path);

describe('what keeps the contract passes as it is', () => {
  test('an answer, with the X-Request-Id of the upstream', async () => {
    const { status, body, headers } = await call(guard, json(200, good, { 'X-Other': 'kept' }));
    expect({ status, body }).toEqual({ status: 200, body: good });
    expect(headers.get('x-request-id')).toBe('of-the-upstream');
    expect(headers.get('x-other')).toBe('kept');
    expect(guard.violations).toEqual([]);
  });

  test('a documented error', async () => {
    const { status, body } = await call(guard, json(400, story.answer(INIT, 'unknown-data-source').body));
    expect({ status, code: body.error_code }).toEqual({ status: 400, code: failures.UnknownDataSource.code });
    expect(guard.violations).toEqual([]);
  });

  test('an error that is named, and one that is not', async () => {
    const named = await call(guard, json(400, unknownSource, { 'X-Failure': 'UnknownDataSource' }));
    expect([named.status, named.headers.get('x-failure')]).toEqual([400, 'UnknownDataSource']);
    const unnamed = await call(guard, json(400, unknownSource));
    expect([unnamed.status, unnamed.headers.get('x-failure')]).toEqual([400, null]);
    expect(guard.violations).toEqual([]);
  });

  test('an answer without a body', async () => {
    expect(await remove(story.path('deleteTask'))).toMatchObject({ status: 204, text: '' });
    expect(guard.violations).toEqual([]);
  });

  test('the token and other headers, but none that belong to the connection', async () => {
    upstream.seen.length = 0;
    await call(guard, json(200, good), { headers: { 'X-Trace': 'a', 'Accept-Encoding': 'gzip' } });
    const [headers] = upstream.seen;
    expect(headers).toMatchObject({ 'x-auth-token': token, 'x-trace': 'a', host: new URL(upstream.url).host });
    expect(headers).toMatchObject({ 'content-length': '2', 'accept-encoding': 'identity' });
  });
});

describe('an answer that breaks the contract becomes a 500 and a violation', () => {
  const broken: [string, Handler, string][] = [
    [
      'an omitted required property',
      json(200, [{ ...element, task_id: undefined }]),
      'Body property [0.task_id] is required',
    ],
    [
      'a wrong enum value',
      json(200, [{ ...element, mappings: [{ ...mapping, status: 'MAYBE' }] }]),
      'Body property [0.mappings.0.status] must be one of AUTO',
    ],
    [
      'a wrong type',
      json(200, [{ ...element, mappings_total_count: '2' }]),
      'Body property [0.mappings_total_count] must be an integer',
    ],
    ['null', json(200, [{ ...element, source_group: null }]), 'Body property [0.source_group] must be a string'],
    [
      'eleven mappings',
      json(200, [{ ...element, mappings: Array(11).fill(mapping) }]),
      'Body property [0.mappings] must have at most 10 entries',
    ],
    ['an undocumented success', json(201, good), 'Status must be documented'],
    ['an undocumented error', json(418, { error_code: 'x', error_msg: 'y' }), 'Status must be documented'],
    ['a redirect', json(302, undefined, { location: 'http://127.0.0.1:1/' }), 'Status must be documented'],
    [
      'a wrong media type',
      json(200, good, { 'content-type': 'text/html' }),
      'Header [content-type] must be application/json',
    ],
    ['no media type', json(200, good, { 'content-type': undefined }), 'Header [content-type] must be application/json'],
    ['a missing X-Request-Id', json(200, good, { 'x-request-id': undefined }), 'Header [x-request-id] is required'],
    [
      'a missing Retry-After',
      json(503, story.answer(INIT, 'invalid-parameters').body),
      'Header [retry-after] is required',
    ],
    [
      'a repeated X-Request-Id',
      json(200, good, { 'x-request-id': ['a', 'b'] }),
      'Header [x-request-id] must be given once',
    ],
    [
      'another charset',
      json(200, good, { 'content-type': 'application/json; charset=latin1' }),
      'Header [content-type] must be application/json, in UTF-8',
    ],
    ['an encoding', json(200, good, { 'content-encoding': 'gzip' }), 'Header [content-encoding] must be absent'],
    ['a byte order mark', json(200, `\ufeff${JSON.stringify(good)}`), 'The body must be valid JSON'],
    ['a property that is named twice', json(200, '[{"task_id":1,"task_id":"abc"}]'), 'must name each property once'],
    [
      'an integer that JavaScript rounds',
      json(200, '[{"task_id":"abc","mappings":[{"updated_time":9007199254740993}]}]'),
      'Body property [0.mappings.0.updated_time] must be at most 9007199254740991',
    ],
    ['another protocol', switching, 'Status must be documented'],
    ['invalid JSON', json(200, '[{"task_id":'), 'The body must be valid JSON'],
    ['an empty body', json(200, ''), 'The body must be valid JSON'],
    [
      'the name of no failure',
      json(400, unknownSource, { 'x-failure': 'SomethingElse' }),
      'Header [x-failure] must be one of InvalidParameters, ',
    ],
    [
      'the name of a failure with another code',
      json(400, unknownSource, { 'x-failure': 'InvalidParameters' }),
      'Header [x-failure] must name the failure that has this status and code',
    ],
    [
      'the name of a failure with another status',
      json(400, unknownSource, { 'x-failure': 'DataSourceNotFound' }),
      'Header [x-failure] must name the failure that has this status and code',
    ],
    [
      'two names of a failure',
      json(400, unknownSource, { 'x-failure': ['UnknownDataSource', 'NameTaken'] }),
      'Header [x-failure] must be given once',
    ],
    ['an error in a shape of its own', json(400, { message: 'no' }), 'Body property [error_code] is required'],
  ];

  test.for(broken)('%s', async ([, handler, says]) => {
    const { status, body } = await call(guard, handler);
    expect(status).toBe(failures.InternalError.status);
    expect(body.error_code).toBe(failures.InternalError.code);
    expect(body.error_msg).toContain(says);
    expect(guard.violations[0]).toMatchObject({
      direction: 'answer',
      method: 'POST',
      path: story.path(INIT),
      operationId: INIT,
    });
    expect(guard.violations[0]?.message).toContain(says);
    expect(JSON.stringify(guard.violations)).not.toContain(token);
  });

  test('several faults are several violations, and the answer counts them', async () => {
    const { body } = await call(guard, json(200, [{ task_id: 1, source_group: 2 }]));
    expect(body.error_msg).toContain(', and 1 more');
    expect(guard.violations.map(({ where }) => where)).toEqual([
      'Body property [0.source_group]',
      'Body property [0.task_id]',
    ]);
  });
});

test('a violation holds no secret of a query, neither of what was refused nor of what was forwarded', async () => {
  const query = '?X-Auth-Token=hunter2&pass%77ord=hunter2&limit=7';
  await call(guard, json(200, good), {}, story.path(INIT) + query);
  await call(guard, json(200, good), {}, `/nowhere${query}`);
  expect(guard.violations.map(({ path }) => path)).toEqual([
    `${story.path(INIT)}?X-Auth-Token=***&pass%77ord=***&limit=7`,
    '/nowhere?X-Auth-Token=***&pass%77ord=***&limit=7',
  ]);
});

describe('a request that breaks the contract is answered and not forwarded', () => {
  const wrong: [string, RequestInit, string | undefined, keyof typeof failures][] = [
    ['a wrong type', { body: '{"auto_mapping":"true"}' }, undefined, 'InvalidParameters'],
    ['malformed JSON', { body: '{' }, undefined, 'InvalidParameters'],
    [
      'a property that is named twice',
      { body: '{"auto_mapping":"x","auto_mapping":true}' },
      undefined,
      'InvalidParameters',
    ],
    ['an unknown query parameter', {}, `${story.path(INIT)}?limt=5`, 'InvalidParameters'],
    ['no credentials', { headers: { 'X-Auth-Token': '' } }, undefined, 'Unauthenticated'],
    ['a wrong media type', { headers: { 'Content-Type': 'text/plain' } }, undefined, 'UnsupportedMediaType'],
    ['an unknown path', {}, '/nowhere', 'NoSuchOperation'],
    ['an unknown method', { method: 'PUT' }, undefined, 'MethodNotAllowed'],
  ];

  test.for(wrong)('%s', async ([, init, path, failure]) => {
    upstream.seen.length = 0;
    const { status, body } = await call(guard, json(200, good), init, path);
    expect({ status, code: body.error_code }).toEqual({
      status: failures[failure].status,
      code: failures[failure].code,
    });
    expect(upstream.seen).toEqual([]);
    expect(guard.violations).toMatchObject([{ direction: 'request', status, message: body.error_msg }]);
  });
});

describe('an upstream that does not answer is no violation', () => {
  test('it cannot be reached: 503 with Retry-After', async () => {
    const gone = await startUpstream();
    await gone.close();
    const orphan = await startGuard(gone.url);
    const { status, body, headers } = await call(orphan, json(200, good));
    expect({ status, code: body.error_code }).toEqual({ status: 503, code: failures.Unavailable.code });
    expect(headers.get('retry-after')).toBe('1');
    expect(orphan.violations).toEqual([]);
    await orphan.close();
  });

  test('it is too slow: 503 that names the deadline', async () => {
    const { status, body } = await call(guard, () => {});
    expect({ status, says: body.error_msg }).toEqual({
      status: 503,
      says: 'The upstream did not answer within 1000 ms.',
    });
  });
});

describe('strict: false reads answers as a client of the cloud does', () => {
  const tolerated: [string, Handler][] = [
    ['null for absent', json(200, [{ ...element, source_group: null, mappings: [{ ...mapping, status: null }] }])],
    ['an unknown enum value', json(200, [{ ...element, mappings: [{ ...mapping, status: 'MAYBE' }] }])],
    ['nothing but the task_id', json(200, [{ task_id: 'abc' }])],
    ['no X-Request-Id', json(200, good, { 'x-request-id': undefined })],
    ['nesting that is deeper than the stack', json(200, `[{"task_id":"abc","new":${nested(100_000)}}]`)],
    ['an undocumented error, whatever its shape', json(502, '<html>', { 'content-type': 'text/html' })],
  ];
  test.for(tolerated)('%s passes', async ([, handler]) => {
    upstream.answer(handler);
    const response = await fetch(lenient.url + story.path(INIT), {
      method: 'POST',
      headers: { 'X-Auth-Token': token },
    });
    expect(response.status).not.toBe(500);
    expect(lenient.violations).toEqual([]);
  });

  const refused: [string, Handler][] = [
    ['no task_id', json(200, [{}])],
    ['null for the task_id', json(200, [{ task_id: null }])],
    ['a wrong type', json(200, [{ task_id: 5 }])],
    ['an undocumented success', json(202, good)],
    ['a status that HTTP does not have', json(999, good)],
    ['a wrong media type', json(200, good, { 'content-type': 'text/html' })],
  ];
  test.for(refused)('%s does not', async ([, handler]) => {
    expect((await call(lenient, handler)).status).toBe(500);
    expect(lenient.violations).not.toEqual([]);
  });
});

test('the whole story passes between a client and the mock without a violation', async () => {
  const mock = await startMock();
  const between = await startGuard(mock);
  const statuses: number[] = [];
  for (const request of storyRequests()) {
    const response = await fetch(between.url + request.target, requestInit(request, token));
    statuses.push(response.status);
    await response.arrayBuffer();
  }
  expect([...new Set(statuses)].sort()).toEqual([200, 201, 204, 400, 404]);
  expect(between.violations).toEqual([]);
  await between.close();
  await mock.close();
});

test.each([
  ['application/x-www-form-urlencoded', 'source_ds_id=a&source_ds_id=b'],
  [
    'multipart/form-data; boundary=x',
    ['a', 'b'].map((id) => `--x\r\nContent-Disposition: form-data; name="source_ds_id"\r\n\r\n${id}\r\n`).join('') +
      '--x--',
  ],
])('a field that comes twice in %s is not forwarded', async (type, body) => {
  upstream.answer(json(200, []));
  const headers = { 'X-Auth-Token': token, 'Content-Type': type };
  const url = guard.url + story.path('createMultiTaskMappingsAutomatically');
  expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(400);
  expect(guard.takeViolations()).toMatchObject([{ direction: 'request', where: 'Body property [source_ds_id]' }]);
});

test('a path below that of the upstream is kept', async () => {
  const nested = await startGuard(`${upstream.url}/base/`);
  let asked = '';
  await call(nested, (request, response) => {
    asked = request.url ?? '';
    json(200, good)(request, response);
  });
  expect(asked).toBe(`/base${story.path(INIT)}`);
  await nested.close();
});

test('a caller that closes its side as soon as it has sent its request has the answer', async () => {
  upstream.answer(json(200, good));
  const socket = connect({ port: guard.port, host: '127.0.0.1', allowHalfOpen: true });
  socket.end(`POST ${story.path(INIT)} HTTP/1.1\r\nHost: x\r\nX-Auth-Token: ${token}\r\n\r\n`);
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 /);
});

test.for(['127.0.0.1:4020', 'ftp://127.0.0.1', ''])(
  'an upstream %j is refused with the form that it must have',
  async (url) => {
    await expect(startGuard(url)).rejects.toThrow('must be an http or https URL');
  },
);

test.for<[object, RegExp]>([
  [{ strikt: true }, /startGuard has no option `strikt`; it has strict, timeout/],
  [{ strict: 'no' }, /The option `strict` of startGuard must be true or false/],
  [{ timeout: Number.POSITIVE_INFINITY }, /`timeout` .* milliseconds/],
  [{ record: '' }, /`record` .* a text that is not empty/],
])('the options %j are refused by name', async ([options, says]) => {
  await expect(startGuard('http://127.0.0.1:1', options)).rejects.toThrow(says);
});
