import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { tries } from '../../../../test/properties.ts';
import { oneAtATime } from './one-at-a-time.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

async function serve(handle: Handle, isWatched = true): Promise<Server> {
  server = createServer(handle);
  Object.assign(server, { httpAllowHalfOpen: true });
  if (isWatched) oneAtATime(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

const connectTo = (to: Server): Socket =>
  connect({ port: (to.address() as AddressInfo).port, host: '127.0.0.1', allowHalfOpen: true });

const get = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;

/** What is said of the bodies of answers, in order. */
const bodiesOf = (answers: string): string[] => [...answers.matchAll(/<(.*?)>/gs)].map(([, body = '']) => body);

async function mostUnderWay(isWatched: boolean): Promise<number> {
  let [now, most] = [0, 0];
  const to = await serve(async (_, response) => {
    most = Math.max(most, ++now);
    response.once('close', () => now--);
    await setImmediate();
    response.end('<>');
  }, isWatched);
  const caller = connectTo(to);
  caller.end(get('/').repeat(500));
  expect(bodiesOf(await text(caller))).toHaveLength(500);
  return most;
}

test('requests that are sent ahead are taken one after another', async () => {
  expect(await mostUnderWay(true)).toBe(1);
});

test('a server of Node alone takes them all at once', async () => {
  expect(await mostUnderWay(false)).toBeGreaterThan(100);
});

test('a caller that does not read its answer is not read from', async () => {
  const answer = 'x'.repeat(32 * 2 ** 20);
  let asked = 0;
  const to = await serve((_, response) => {
    asked++;
    response.end(answer);
  });
  const accepted = once(to, 'connection');
  const caller = connectTo(to);
  caller.pause();
  caller.write(get('/').repeat(100_000));
  const [socket]: Socket[] = await accepted;
  while (!socket?.isPaused()) await setImmediate();
  for (let turn = 0; turn < 100; turn++) await setImmediate();
  expect(asked).toBe(1);
  expect(socket.bytesRead).toBeLessThan(200_000);
  caller.destroy();
});

/** A request of any framing, and the body that it has. */
const anyRequest = fc
  .record({ body: fc.stringMatching(/^[a\r\n]{0,12}$/), framing: fc.constantFrom('length', 'chunks', 'none') })
  .map(({ body, framing }) => {
    const head = (header: string) => `POST / HTTP/1.1\r\nHost: x\r\n${header}\r\n\r\n`;
    if (framing === 'none') return { body: '', bytes: get('/') };
    if (framing === 'length') return { body, bytes: `${head(`Content-Length: ${body.length}`)}${body}` };
    const chunk = body === '' ? '' : `${body.length.toString(16)}\r\n${body}\r\n`;
    return { body, bytes: `${head('Transfer-Encoding: chunked')}${chunk}0\r\n${body === 'a' ? 'A: b\r\n' : ''}\r\n` };
  });

test('requests of any framing, cut anywhere, are answered in their order', async () => {
  let underWay = 0;
  const to = await serve(async (request, response) => {
    if (++underWay > 1) response.statusCode = 500;
    const body = await buffer(request);
    response.once('close', () => underWay--);
    await setImmediate();
    response.end(`<${body}>`);
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRequest, { minLength: 1, maxLength: 8 }),
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }),
      async (requests, lengths) => {
        const bytes = requests.map((one) => one.bytes).join('');
        const caller = connectTo(to);
        caller.setNoDelay(true);
        for (let at = 0, count = 0; at < bytes.length; count++) {
          const length = lengths[count % lengths.length] ?? 1;
          caller.write(bytes.slice(at, at + length));
          at += length;
          await setImmediate();
        }
        caller.end();
        const answers = await text(caller);
        expect(bodiesOf(answers)).toEqual(requests.map(({ body }) => body));
        expect(answers).not.toContain('500');
      },
    ),
    { numRuns: tries(60) },
  );
});

test('a connection that is refused, or leaves HTTP, gives its parser nothing more', async () => {
  const to = await serve((_, response) => response.end('<>'));
  to.on('connect', (_, socket) => socket.end('<connect>'));
  const leaving = connectTo(to);
  leaving.end(`CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n${get('/').repeat(3)}`);
  expect(bodiesOf(await text(leaving))).toEqual(['connect']);
  const other = connectTo(to);
  other.end(get('/'));
  expect(bodiesOf(await text(other))).toEqual(['']);
});

test('hundreds of requests on one connection leave no listener behind', async () => {
  const counts = new Set<string>();
  const to = await serve((request, response) => {
    const { socket } = request;
    counts.add(
      socket
        .eventNames()
        .map((name) => `${String(name)} ${socket.listenerCount(name)}`)
        .join(),
    );
    response.end('<>');
  });
  const caller = connectTo(to);
  caller.end(get('/').repeat(300));
  await text(caller);
  // The first one, and those behind it.
  expect(counts.size).toBeLessThanOrEqual(2);
});
