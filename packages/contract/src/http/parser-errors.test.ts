import { once } from 'node:events';
import { createServer, type Server, type ServerOptions } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { failures } from '@roma-fdi/types';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FailureName } from '../failure.ts';
import { refuseBeforeRequest } from './parser-errors.ts';

let patient: Server;
/** Waits so little that nothing but a time-out can be tested on it. */
let impatient: Server;
beforeAll(async () => {
  patient = await serve({ headersTimeout: 30_000, requestTimeout: 30_000 });
  impatient = await serve({ headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 });
});
afterAll(() => [patient, impatient].map((server) => server.close()));

async function serve(timeouts: ServerOptions): Promise<Server> {
  const server = createServer({ maxHeaderSize: 1024, ...timeouts });
  refuseBeforeRequest(server);
  server.on('request', (request, response) => {
    request.on('error', () => {}).resume();
    if (request.url === '/begun') response.write('half');
    else request.on('end', () => response.end('good'));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

/** Everything that comes back until the server closes the connection. */
async function answersTo(server: Server, ...parts: string[]): Promise<string> {
  const socket = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', allowHalfOpen: true });
  const answer = text(socket);
  for (const part of parts) socket.write(part, 'latin1');
  const received = await answer;
  socket.destroy();
  return received;
}

const good = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';

test.each<[string, FailureName, ...string[]]>([
  ['a request line that is none', 'BadRequest', 'GARBAGE\r\n\r\n'],
  ['an unknown method', 'BadRequest', 'FLY / HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['a header without a name', 'BadRequest', 'GET / HTTP/1.1\r\n: x\r\n\r\n'],
  ['two lengths', 'BadRequest', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
  [
    'a length and chunks',
    'BadRequest',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
  ],
  ['headers that are too large', 'HeadersTooLarge', `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(2000)}\r\n\r\n`],
  ['headers that never end', 'RequestTimeout', 'GET / HTTP/1.1\r\nHost: x\r\n'],
  ['a body that never ends', 'RequestTimeout', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc'],
  ['an expectation that nobody meets', 'BadRequest', 'GET / HTTP/1.1\r\nHost: x\r\nExpect: cake\r\n\r\n'],
  ['a tunnel', 'NoSuchOperation', 'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n'],
])('answers %s in the shape of the contract', async (_, name, ...parts) => {
  const answer = await answersTo(name === 'RequestTimeout' ? impatient : patient, ...parts);
  const { status, code } = failures[name];
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} \\w`));
  expect(answer).toMatch(/\r\nx-request-id: [0-9a-f]{32}\r\n/);
  expect(answer).toContain('application/json');
  expect(answer).toContain(`{"error_code":"${code}","error_msg":"`);
  expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
});

test('lets a caller that is still sending read its answer', async () => {
  const flood = Array.from({ length: 40 }, () => 'x'.repeat(65_536));
  expect(await answersTo(patient, `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(2000)}`, ...flood)).toContain(
    ' 431 ',
  );
});

test('answers a bad request that comes behind a good one on the same connection', async () => {
  const socket = connect({ port: (patient.address() as AddressInfo).port, host: '127.0.0.1' });
  socket.write(good);
  expect(String((await once(socket, 'data'))[0])).toContain('good');
  const rest = text(socket);
  socket.write('GARBAGE\r\n\r\n');
  expect(await rest).toContain(' 400 ');
});

test('does not write a second answer into one that has begun', async () => {
  const socket = connect({ port: (patient.address() as AddressInfo).port, host: '127.0.0.1' });
  socket.on('error', () => {});
  socket.write('POST /begun HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
  expect(String((await once(socket, 'data'))[0])).toContain('half');
  const closed = once(socket, 'close');
  let rest = '';
  socket.on('data', (chunk) => {
    rest += chunk;
  });
  socket.write('not a chunk\r\n');
  await closed;
  expect(rest).not.toContain('HTTP/1.1');
});
