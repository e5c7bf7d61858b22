/** Answers that no contract promises, over real HTTP: never a wrong value, and never an error without what is known. */
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { failures } from '@roma-fdi/types';
import { expect, test } from 'vitest';
import { createFdiClient, type MultiTaskInitElement } from '../src/index.ts';
import { serve } from './serve.ts';
import { failure, token } from './stub-transport.ts';

const good = JSON.stringify([{ task_id: 't', mappings: [{ id: 'm', updated_time: 1793520060000 }] }]);
const id = { 'X-Request-Id': 'r1' };
const asJson = { ...id, 'Content-Type': 'application/json' };
const page = '<!DOCTYPE html><title>502 Bad Gateway</title>';

/** Sends a whole answer with its length. */
const whole = (status: number, headers: object, body: string | Buffer) => (response: ServerResponse) =>
  void response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) }).end(body);

/** Sends headers and a part of the body, then breaks the connection. */
const broken = (status: number) => (response: ServerResponse) =>
  void response
    .writeHead(status, { ...asJson, 'Content-Length': good.length })
    .write(good.slice(0, 20), () => response.destroy());

async function call(handler: (response: ServerResponse) => void, timeout = 10_000): Promise<MultiTaskInitElement[]> {
  const { url } = await serve((_, response) => handler(response));
  const fdi = createFdiClient({
    baseUrl: url,
    projectId: 'p',
    instanceId: 'i',
    credentials: token,
    timeout,
    maxRetries: 0,
  });
  return fdi.compositeTasks.init();
}

test.each<[string, (response: ServerResponse) => void]>([
  ['with its length', whole(200, asJson, good)],
  ['in chunks', (response) => response.writeHead(200, asJson).end(good)],
  ['without a content type', whole(200, id, good)],
  ['compressed', whole(200, { ...asJson, 'Content-Encoding': 'gzip' }, gzipSync(good))],
  ['after a byte order mark', whole(200, asJson, `\ufeff${good}`)],
])('the promised answer %s is read', async (_, handler) => {
  expect(await call(handler)).toEqual(JSON.parse(good));
});

test.each<[string, (response: ServerResponse) => void, string]>([
  ['an empty 200 with its length', whole(200, asJson, ''), 'empty'],
  ['an empty 200 in chunks', (response) => response.writeHead(200, asJson).end(), 'empty'],
  ['a 204', (response) => response.writeHead(204, id).end(), 'empty'],
  ['HTML', whole(200, { ...id, 'Content-Type': 'text/html' }, page), 'not-json'],
  ['JSON that is cut short', whole(200, asJson, good.slice(0, -2)), 'not-json'],
  ['an object for the array', whole(200, asJson, '{"task_id":"t"}'), 'shape'],
  ['an element without task_id', whole(200, asJson, '[{"mappings":[]}]'), 'shape'],
  ['a number beyond 2^53', whole(200, asJson, good.replace('1793520060000', '9007199254740993')), 'shape'],
  ['null', whole(200, asJson, 'null'), 'shape'],
])('%s is no answer, and the error says so with status and request id', async (_, handler, reason) => {
  const error = await failure(call(handler));
  expect(error).toMatchObject({ name: 'UnexpectedAnswerError', reason, requestId: 'r1' });
  expect(error).toHaveProperty(
    'status',
    expect.toSatisfy((status) => status === 200 || status === 204),
  );
});

const { status, code, message } = failures.UnknownDataSource;

test.each<[string, (response: ServerResponse) => void, object]>([
  ['the contract’s', whole(status, asJson, `{"error_code":"${code}","error_msg":"${message}"}`), { status, code }],
  ['nested', whole(status, asJson, `{"code":400,"reason":{"error_code":"${code}"}}`), { status, code }],
  ['HTML of a proxy', whole(502, { ...id, 'Content-Type': 'text/html' }, page), { status: 502, code: undefined }],
  ['empty with its length', whole(500, asJson, ''), { status: 500, code: undefined }],
  ['empty in chunks', (response) => response.writeHead(500, asJson).end(), { status: 500, code: undefined }],
  ['broken off', broken(500), { status: 500, code: undefined }],
  [
    'too many, with a time to wait',
    whole(429, { ...asJson, 'Retry-After': '2' }, '{}'),
    { status: 429, retryAfter: 2 },
  ],
  ['an answer under a wrong status', whole(404, asJson, good), { status: 404, code: undefined }],
])('a failure whose body is %s has its status and request id', async (_, handler, expected) => {
  expect(await failure(call(handler))).toMatchObject({ name: 'ApiError', requestId: 'r1', ...expected });
});

test('a connection that breaks before an answer is reported with the system’s error code', async () => {
  const error = await failure(call((response) => response.socket?.destroy()));
  expect(error).toMatchObject({ name: 'ConnectionError', operation: 'installMultiTasks', status: undefined });
  expect(error).toHaveProperty('code', expect.stringMatching(/^(UND_ERR_SOCKET|ECONNRESET)$/));
});

test('a connection that breaks inside a good answer is reported with its status and request id', async () => {
  const error = await failure(call(broken(200)));
  expect(error).toMatchObject({ name: 'ConnectionError', status: 200, requestId: 'r1' });
});

test('a server that no longer runs is reported with the system’s error code', async () => {
  const { url, close } = await serve(() => {});
  await close();
  const fdi = createFdiClient({ baseUrl: url, projectId: 'p', instanceId: 'i', credentials: token, maxRetries: 0 });
  expect(await failure(fdi.tasks.show('task'))).toMatchObject({ name: 'ConnectionError', code: 'ECONNREFUSED' });
});

test('a server that never answers, and one that never ends its answer, meet the deadline', async () => {
  expect(await failure(call(() => {}, 50))).toMatchObject({ name: 'TimeoutError', timeout: 50 });
  const endless = (response: ServerResponse) => void response.writeHead(200, asJson).write('[');
  expect(await failure(call(endless, 50))).toMatchObject({ name: 'TimeoutError', timeout: 50 });
});
