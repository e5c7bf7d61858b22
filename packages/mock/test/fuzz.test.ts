import { connect } from 'node:net';
import { readContract } from '@roma-fdi/contract';
import { failures } from '@roma-fdi/types';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Mock, startMock, story } from '../src/index.ts';

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

/** Sends bytes and the end of them, and returns all that comes back before the connection closes. */
function converse(bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(mock.port, '127.0.0.1', () => socket.end(bytes));
    socket.setEncoding('latin1').on('data', (text: string) => {
      received += text;
    });
    socket.on('error', () => {}).on('close', () => resolve(received));
  });
}

async function isAlive(): Promise<void> {
  const response = await fetch(mock.url + story.path('listDatasources'), { headers: { 'X-Auth-Token': 'any' } });
  expect(response.status).toBe(200);
  await response.arrayBuffer();
}

/** Whatever came back first is a whole answer with an ID, and an error has the contract's shape. */
function checkFirstAnswer(received: string): void {
  if (received === '') return;
  const [head = '', ...rest] = received.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '').split('\r\n\r\n');
  const status = Number(head.match(/^HTTP\/1\.1 (\d{3}) /)?.[1]);
  expect(head).toMatch(/^x-request-id: [0-9a-f]{32}$/im);
  expect(status).not.toBe(500);
  if (status < 400) return;
  const length = Number(head.match(/^content-length: (\d+)$/im)?.[1]);
  const body = JSON.parse(Buffer.from(rest.join('\r\n\r\n').slice(0, length), 'latin1').toString());
  expect(Object.keys(body).sort()).toEqual(['error_code', 'error_msg']);
  const name = head.match(/^x-failure: (\w+)\r?$/im)?.[1] as keyof typeof failures;
  expect(failures[name]).toMatchObject({ status, code: body.error_code });
}

const paths = [...readContract().operations.map(({ operationId }) => story.path(operationId)), '/', '/nowhere', '*'];
const anyHeader = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      'Content-Length',
      'Transfer-Encoding',
      'Content-Type',
      'Expect',
      'Prefer',
      'Connection',
      'Upgrade',
      'Host',
    ),
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        '0',
        '2',
        '70000',
        'chunked',
        'identity',
        'application/json',
        '100-continue',
        'code=404',
        'close',
        'websocket',
      ),
    ),
  ),
  fc.tuple(fc.string({ maxLength: 20 }), fc.string({ unit: 'binary', maxLength: 50 })),
);
const anyRequest = fc
  .record({
    method: fc.constantFrom('GET', 'POST', 'DELETE', 'PUT', 'OPTIONS', 'TRACE', 'get', 'PURGE'),
    path: fc.tuple(
      fc.constantFrom(...paths),
      fc.oneof(fc.constant(''), fc.webQueryParameters(), fc.string({ maxLength: 30 })),
    ),
    headers: fc.array(anyHeader, { maxLength: 5 }),
    body: fc.oneof(fc.constant('{}'), fc.json(), fc.string({ unit: 'binary' })),
    framed: fc.boolean(),
  })
  .map(({ method, path: [path, query], headers, body, framed }) => {
    const length = framed
      ? [
          ['Content-Type', 'application/json'],
          ['Content-Length', String(Buffer.byteLength(body))],
        ]
      : [];
    const lines = [['Host', 'a'], ['X-Auth-Token', 'any'], ...length, ...headers].map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    return Buffer.from(`${method} ${path}${query && `?${query}`} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
  });
const anyBytes = fc.oneof(
  anyRequest,
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
);

test('whatever arrives, the answer has the contract’s shape and the mock goes on', async () => {
  await fc.assert(
    fc.asyncProperty(anyBytes, async (bytes) => {
      checkFirstAnswer(await converse(bytes));
    }),
    { numRuns: 400 },
  );
  await isAlive();
});

test('whatever JSON is posted, it is answered by the contract', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (value) => {
      const response = await fetch(mock.url + story.path('createDatasourceInfo'), {
        method: 'POST',
        headers: { 'X-Auth-Token': 'any', 'Content-Type': 'application/json' },
        body: JSON.stringify(value),
      });
      expect([201, 400]).toContain(response.status);
      await response.arrayBuffer();
    }),
    { numRuns: 200 },
  );
});

test('whatever is posted as form data, it is answered by the contract', async () => {
  const field = fc.oneof(
    fc.constantFrom('source_ds_id', 'target_ds_id', 'task_type', 'ext_info', '__proto__', 'other'),
    fc.string({ unit: 'binary' }),
  );
  const fields = fc.array(fc.tuple(field, fc.oneof(fc.constantFrom('', '1', 'abc'), fc.string({ unit: 'binary' }))));
  const written = fc.oneof(
    fields.map((all) => ({ type: undefined, body: new URLSearchParams(all) })),
    fields.map((all) => {
      const form = new FormData();
      for (const [name, value] of all) form.append(name, value);
      return { type: undefined, body: form };
    }),
    fc.record({
      type: fc.constantFrom(
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'multipart/form-data',
      ),
      body: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('--x\r\n', '--x--', 'a=%', '&=&', '\r\n\r\n')),
    }),
  );
  await fc.assert(
    fc.asyncProperty(written, async ({ type, body }) => {
      const response = await fetch(mock.url + story.path('createMultiTaskMappingsAutomatically'), {
        method: 'POST',
        headers: { 'X-Auth-Token': 'any', ...(type !== undefined && { 'Content-Type': type }) },
        body,
      });
      expect([200, 400]).toContain(response.status);
      await response.arrayBuffer();
    }),
    { numRuns: 200 },
  );
});
