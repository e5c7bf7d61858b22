/** How a server ends, whatever is open: in time, and without cutting an answer that is being read. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { failures, routes } from '@roma-fdi/types';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { largePage, writeLargePage } from './large-page.ts';
import { instance, project, type Served, serve, token } from './serve.ts';

let server: Served;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server.end();
});

const pathOf = (id: keyof typeof routes): string =>
  routes[id].path
    .replace('{project_id}', project)
    .replace('{instance_id}', instance)
    .replace('{task_id}', largePage.task);
const head = `Host: x\r\nX-Auth-Token: ${token}\r\n`;
const get = `GET ${pathOf('listDatasources')} HTTP/1.1\r\n${head}\r\n`;
const post = `POST ${pathOf('installMultiTasks')} HTTP/1.1\r\n${head}Content-Type: application/json\r\n`;

async function open(bytes: string): Promise<Socket> {
  const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true });
  sockets.push(socket);
  socket.on('error', () => {});
  await once(socket, 'connect');
  if (bytes !== '') socket.write(bytes);
  return socket;
}

const shapes: readonly (readonly [string, string])[] = [
  ['a silent connection', ''],
  ['half a request line', 'GET /v2/'],
  ['half a header', `GET / HTTP/1.1\r\nHost: x\r\nX-Au`],
  ['half a body', `${post}Content-Length: 100\r\n\r\n{`],
  ['half a body in chunks', `${post}Transfer-Encoding: chunked\r\n\r\n5\r\n{`],
  ['a body that was asked for', `${post}Expect: 100-continue\r\nContent-Length: 100\r\n\r\n`],
  ['half a request behind a whole one', `${get}GET /v2/`],
  ['half a body behind a whole request', `${get}${post}Content-Length: 100\r\n\r\n{`],
  ['a blank line', '\r\n'],
  ['a kept connection', get],
  ['what is no HTTP', 'GARBAGE\r\n\r\n'],
  ['a tunnel that was refused', 'CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n'],
];

test('ends in time whatever is open', async () => {
  server = await serve({}, { drain: 300 });
  const opened = await Promise.all(shapes.map(([, bytes]) => open(bytes)));
  // The answer of the last but three has come: the others have been read.
  await once(opened[9]!, 'data');
  await server.stop();
});

describe('a page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-stopping-'));
  const data = join(folder, 'store.db');
  beforeAll(() => writeLargePage(data));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A server with a page that is larger than all buffers between two sockets. */
  const serveLargePage = async (drain: number): Promise<void> => {
    server = await serve({ data }, { checkAnswers: false, drain });
  };
  const getPage = `GET ${pathOf('listMultiTaskMappings')}?limit=1000 HTTP/1.1\r\n${head}\r\n`;

  test('that is being read slowly is read to its end', async (context) => {
    takesLong(context);
    await serveLargePage(60_000);
    const reader = await open(getPage);
    await once(reader, 'readable');
    const stopped = server.stop();
    await refusing(server.port);
    // It is the whole page that is in the way of the end.
    expect(await Promise.race([stopped.then(() => 'stopped'), delay(100, 'reading')])).toBe('reading');
    const answer = await text(reader);
    await stopped;
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(answer.match(/"mapping_percent"/g)).toHaveLength(largePage.mappings);
    // The last chunk is there: the answer has its end.
    expect(answer.endsWith('\r\n0\r\n\r\n')).toBe(true);
  });

  test('that nobody reads is cut off when the time is over', async () => {
    await serveLargePage(200);
    const reader = await open(getPage);
    await once(reader, 'readable');
    await server.stop();
    const answer = await text(reader).catch(() => 'cut off');
    expect(answer.endsWith('\r\n0\r\n\r\n')).toBe(false);
  });
});

test('a head that has begun before the end is refused in words, not by a reset', async () => {
  server = await serve({}, { drain: 10_000 });
  const caller = await open(get.slice(0, -2));
  const other = await open(get);
  await once(other, 'data');
  const stopped = server.stop();
  await refusing(server.port);
  caller.write('\r\n');
  const answer = await text(caller);
  expect(answer).toContain(`HTTP/1.1 ${failures.Unavailable.status} `);
  expect(answer.toLowerCase()).toContain('connection: close');
  await stopped;
});

/** Until the server takes no new connection any more. */
async function refusing(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const refused = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(false)).once('error', () => resolve(true));
    });
    socket.destroy();
    if (refused) return;
  }
}
