/** A mock, a guard and the command end at once, whatever their callers have left open. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { startGuard, startMock, story } from '../src/index.ts';
import { start } from './process.ts';
import { startUpstream } from './upstream.ts';

const path = story.path('installMultiTasks');
const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nX-Auth-Token: any\r\nContent-Type: application/json\r\n`;
const whole = `${head}Content-Length: 2\r\n\r\n{}`;
/** What is sent, and left so. */
const shapes: readonly string[] = [
  '',
  'POST /v2',
  head,
  `${head}X-Half: `,
  `${head}Content-Length: 100\r\n\r\n{`,
  `${head}Transfer-Encoding: chunked\r\n\r\n5\r\n{`,
  `${head}Expect: 100-continue\r\nContent-Length: 100\r\n\r\n`,
  whole,
  `${whole}${whole}POST /v2`,
  'GET / HTTP/1.1\r\n\r\n',
  'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n',
  `${head}Connection: Upgrade\r\nUpgrade: x\r\n\r\n`,
  '\x16\x03\x01',
];

const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

/** Opens a connection for each shape, half of them with the caller's side closed, and leaves them; they have arrived when it resolves. */
async function leaveOpen(port: number): Promise<void> {
  for (const [index, shape] of [...shapes, ...shapes].entries()) {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    sockets.push(socket);
    socket.on('error', () => {}).resume();
    await once(socket, 'connect');
    socket.write(shape);
    if (index >= shapes.length) socket.end();
  }
  // What came before it on other connections has been read when this is answered.
  const response = await fetch(`http://127.0.0.1:${port}/`);
  await response.arrayBuffer();
}

/** Milliseconds: what the README promises of the command, and far more than closing takes. */
const promised = 5_000;

test('a mock closes, and its port is free', async () => {
  const mock = await startMock();
  await leaveOpen(mock.port);
  const before = performance.now();
  await mock.close();
  expect(performance.now() - before).toBeLessThan(promised);
  const again = await startMock({ port: mock.port });
  await again.close();
});

test('a guard closes in front of an upstream that never answers', async () => {
  const upstream = await startUpstream();
  upstream.answer(() => {});
  const guard = await startGuard(upstream);
  await leaveOpen(guard.port);
  const before = performance.now();
  await guard.close();
  expect(performance.now() - before).toBeLessThan(promised);
  await upstream.close();
});

test('close() may be called twice', async () => {
  const mock = await startMock();
  const guard = await startGuard(mock);
  await Promise.all([guard.close(), guard.close(), mock.close()]);
  await guard.close();
  await mock.close();
});

test('SIGTERM ends the command', async (context) => {
  takesLong(context);
  const bin = fileURLToPath(new URL('../src/bin.ts', import.meta.url));
  const child = start('node', ['--conditions=@roma-fdi/source', bin, '--port', '0']);
  const [, port] = await child.says(/listens on http:\/\/127\.0\.0\.1:(\d+)/);
  await leaveOpen(Number(port));
  const before = performance.now();
  child.kill('SIGTERM');
  expect((await child.ended).code).toBe(0);
  expect(performance.now() - before).toBeLessThan(promised);
});
