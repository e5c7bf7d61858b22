/** The guard and HTTP itself: answers that break it, headers of one connection, callers that hang up, work that has no end. */
import { EventEmitter, once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { failures } from '@roma-fdi/types';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Guard, startGuard, story } from '../src/index.ts';
import { startRawUpstream } from './raw-upstream.ts';
import { type Handler, json, startUpstream } from './upstream.ts';

type Answer = (socket: Socket, request: string) => void;
let answer: Answer = () => {};
let raw: Awaited<ReturnType<typeof startRawUpstream>>;
let upstream: Awaited<ReturnType<typeof startUpstream>>;
let behindRaw: Guard;
let guard: Guard;

beforeAll(async () => {
  raw = await startRawUpstream((socket, request) => answer(socket, request));
  upstream = await startUpstream();
  behindRaw = await startGuard(raw);
  guard = await startGuard(upstream);
});
afterAll(() => Promise.all([guard.close(), behindRaw.close(), upstream.close(), raw.close()]));
afterEach(() => {
  behindRaw.takeViolations();
  guard.takeViolations();
});

const credentials = { 'X-Auth-Token': 'any' };
const init = (through: Guard, options: RequestInit = {}) =>
  fetch(through.url + story.path('installMultiTasks'), { method: 'POST', headers: credentials, ...options });
const remove = (through: Guard) =>
  fetch(through.url + story.path('deleteTask'), { method: 'DELETE', headers: credentials });

const good = JSON.stringify(story.answer('installMultiTasks', 'auto-mapping').body);
const wrong = '[{"task_id":1}]';
const head = (...lines: string[]) =>
  `${['HTTP/1.1 200 OK', 'X-Request-Id: a', 'Content-Type: application/json', ...lines].join('\r\n')}\r\n\r\n`;
const framed = (body: string, ...lines: string[]) => `${head(`Content-Length: ${body.length}`, ...lines)}${body}`;
const write =
  (...bytes: string[]): Answer =>
  (socket) =>
    socket.write(bytes.join(''), 'latin1');
const end =
  (...bytes: string[]): Answer =>
  (socket) =>
    socket.end(bytes.join(''), 'latin1');

describe('an answer that breaks HTTP is called so, and is a violation', () => {
  const broken: [string, Answer, string, number | undefined][] = [
    ['a body behind a 204', write('HTTP/1.1 204 No Content\r\nX-Request-Id: a\r\n\r\n{}'), 'it goes on', 204],
    [
      'a 204 with a length and a body',
      write('HTTP/1.1 204 No Content\r\nX-Request-Id: a\r\nContent-Length: 2\r\n\r\n{}'),
      'it goes on',
      204,
    ],
    [
      'a 204 with a length and no body',
      write('HTTP/1.1 204 No Content\r\nX-Request-Id: a\r\nContent-Length: 2\r\n\r\n'),
      'a 204 must not announce a body',
      204,
    ],
    [
      'a chunked 204',
      write('HTTP/1.1 204 No Content\r\nX-Request-Id: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'),
      'it goes on',
      204,
    ],
    [
      'a chunked 204 without a chunk',
      write('HTTP/1.1 204 No Content\r\nX-Request-Id: a\r\nTransfer-Encoding: chunked\r\n\r\n'),
      'a 204 must not have a Transfer-Encoding',
      204,
    ],
    ['a body behind a 304', write('HTTP/1.1 304 Not Modified\r\nContent-Length: 2\r\n\r\n{}'), 'it goes on', 304],
    ['two lengths', write(head('Content-Length: 2', 'Content-Length: 3'), good), 'Duplicate Content-Length', undefined],
    ['a negative length', write(head('Content-Length: -2'), good), 'Content-Length', undefined],
    [
      'a length beside chunks',
      write(head('Transfer-Encoding: chunked', 'Content-Length: 2'), '0\r\n\r\n'),
      'Content-Length',
      undefined,
    ],
    [
      'a coding that nobody asked for',
      end(head('Transfer-Encoding: gzip'), good),
      'its Transfer-Encoding must be chunked',
      200,
    ],
    ['a chunk without a size', write(head('Transfer-Encoding: chunked'), 'zz\r\n[]\r\n'), 'chunk size', 200],
    ['a chunk longer than its size', write(head('Transfer-Encoding: chunked'), '1\r\n[]\r\n'), 'chunk data', 200],
    ['a header without a colon', write(framed(good, 'no colon')), 'Invalid header token', undefined],
    ['a space before the colon', write(framed(good, 'X-A : b')), 'Invalid header token', undefined],
    ['a folded header', write(framed(good, 'X-A: a\r\n b')), 'whitespace', undefined],
    ['a NUL in a header', write(framed(good, 'X-A: a\0b')), 'Invalid header value', undefined],
    ['headers without end', write(framed(good, `X-A: ${'a'.repeat(20_000)}`)), 'Header overflow', undefined],
    ['no carriage returns', write(framed(good).replaceAll('\r', '')), 'Missing expected CR', undefined],
    ['no status line, as in HTTP/0.9', end(good), 'Expected HTTP/', undefined],
    ['an unknown version', write(framed(good).replace('1.1', '9.9')), 'Invalid HTTP version', undefined],
    ['a version that is not framed so', write(framed(good).replace('1.1', '2.0')), 'its version', 200],
    ['a status of four digits', write(framed(good).replace('200', '2000')), 'status', undefined],
    ['a status that counts nothing', write(framed(good).replace('200', '000')), 'its status', 0],
    ['bytes behind its end', write(framed(good), 'garbage'), 'it goes on', 200],
    ['a second answer behind the first', write(framed(good), framed(good)), 'it goes on', 200],
    ['a body that ends too soon', end(head('Content-Length: 100'), '['), 'before it was complete', 200],
    ['chunks that end too soon', end(head('Transfer-Encoding: chunked'), '2\r\n[]\r\n'), 'before it was', 200],
    [
      'a reset in its middle',
      (socket) => socket.write(head('Content-Length: 9'), () => socket.resetAndDestroy()),
      'before it was complete',
      200,
    ],
    ['half a head', end('HTTP/1.1 200 OK\r\nContent-'), 'before it was complete', undefined],
    ['interim answers alone', end('HTTP/1.1 102 Processing\r\n\r\n'), 'before it was complete', undefined],
    ['a flood of interim answers', write('HTTP/1.1 102 Processing\r\n\r\n'.repeat(1_000)), 'interim', undefined],
  ];

  test.each(broken)('%s', async (_name, bytes, says, status) => {
    answer = bytes;
    const response = await remove(behindRaw);
    expect(response.status).toBe(failures.InternalError.status);
    expect(((await response.json()) as { error_msg: string }).error_msg).toContain('The answer breaks HTTP: ');
    expect(behindRaw.violations).toEqual([
      {
        direction: 'answer',
        method: 'DELETE',
        path: story.path('deleteTask'),
        operationId: 'deleteTask',
        ...(status !== undefined && { status }),
        where: 'The answer',
        message: expect.stringMatching(/^The answer breaks HTTP: .*\.$/),
      },
    ]);
    expect(behindRaw.violations[0]?.message).toContain(says);
  });

  test('also where the guard reads as a client of the cloud does', async () => {
    const lenient = await startGuard(raw, { strict: false });
    answer = write(framed(good), 'garbage');
    expect((await init(lenient)).status).toBe(500);
    expect(lenient.violations).toHaveLength(1);
    await lenient.close();
  });
});

describe('an answer that is unusual, and HTTP, passes', () => {
  const unusual: [string, Answer][] = [
    ['without a length, to the end of the connection', end(head(), good)],
    ['in chunks, with a trailer', write(head('Transfer-Encoding: Chunked'), `2\r\n[]\r\n0\r\nX-T: a\r\n\r\n`)],
    ['with interim answers before it', write('HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n'.repeat(3), framed(good))],
    ['in version 1.0', end(framed(good).replace('1.1', '1.0'))],
    ['with letters of Latin-1 in a header', write(framed(good, 'X-Name: Jos\xe9'))],
    ['with a header of an odd name', write(framed(good, '__proto__: a', '__proto__: b', 'constructor: c'))],
    ['with a line feed behind it', write(framed(good), '\r\n')],
    [
      'byte by byte',
      (socket) => {
        const bytes = framed('[]');
        let sent = 0;
        const more = () => {
          if (sent < bytes.length) socket.write(bytes.charAt(sent++), () => setImmediate(more));
        };
        more();
      },
    ],
  ];
  test.each(unusual)('%s', async (_name, bytes) => {
    answer = bytes;
    const response = await init(behindRaw);
    expect(behindRaw.violations).toEqual([]);
    expect(response.status).toBe(200);
  });

  test('a 204 that says that it has no byte', async () => {
    answer = write('HTTP/1.1 204 No Content\r\nX-Request-Id: a\r\nContent-Length: 0\r\n\r\n');
    expect((await remove(behindRaw)).status).toBe(204);
    expect(behindRaw.violations).toEqual([]);
  });
});

test.each([
  ['FIN', (socket: Socket) => socket.end()],
  ['reset', (socket: Socket) => socket.resetAndDestroy()],
])('a connection that ends without an answer, by a %s, is no violation: 503', async (_name, ending) => {
  answer = ending;
  const response = await init(behindRaw);
  expect(response.status).toBe(503);
  expect(((await response.json()) as { error_msg: string }).error_msg).toContain('without an answer (ECONNRESET)');
  expect(behindRaw.violations).toEqual([]);
});

describe('headers that belong to one connection go no further', () => {
  const ofOneHop = {
    'Keep-Alive': 'timeout=99',
    TE: 'trailers',
    Trailer: 'X-T',
    Upgrade: 'x',
    'Proxy-Connection': 'close',
    'Proxy-Authorization': 'Basic x',
    'Proxy-Features': 'x',
    'X-Named': 'a',
    'x-named-too': 'b',
  };

  test('from the caller to the upstream', async () => {
    let seen = '';
    answer = (socket, request) => {
      seen = request;
      socket.write(framed(good));
    };
    const caller = connect(behindRaw.port, '127.0.0.1');
    const lines = Object.entries({ Host: 'x', 'X-Trace': 'a', ...credentials, ...ofOneHop }).map((pair) =>
      pair.join(': '),
    );
    caller.write(
      `POST ${story.path('installMultiTasks')} HTTP/1.1\r\n${lines.join('\r\n')}\r\nConnection: close , X-NAMED\r\nConnection: X-Named-Too\r\n\r\n`,
    );
    expect(await text(caller)).toMatch(/^HTTP\/1\.1 200 /);
    const names = seen
      .split('\r\n')
      .slice(1, -2)
      .map((line) => line.split(':')[0]?.toLowerCase());
    expect(names.sort()).toEqual([
      'accept-encoding',
      'connection',
      'content-length',
      'host',
      'x-auth-token',
      'x-trace',
    ]);
    expect(seen).toContain('\r\nConnection: close\r\n');
  });

  test('from the upstream to the caller', async () => {
    const lines = Object.entries({ 'X-Trace': 'a', ...ofOneHop }).map((pair) => pair.join(': '));
    answer = write(framed(good, ...lines, 'Connection: X-NAMED', 'Connection: close,X-Named-Too'));
    const response = await init(behindRaw);
    expect([...response.headers.keys()].filter((name) => name !== 'date').sort()).toEqual([
      'connection',
      'content-length',
      'content-type',
      'x-request-id',
      'x-trace',
    ]);
    expect(behindRaw.violations).toEqual([]);
  });
});

describe('a caller that hangs up', () => {
  /** Calls through the guard and hangs up as soon as the request has arrived at the upstream; resolves when that was closed too. */
  async function hangUp(late?: Handler): Promise<void> {
    const events = new EventEmitter();
    upstream.answer((request, response) => {
      events.emit('arrived', response);
      if (late) setTimeout(() => late(request, response), 20);
    });
    const caller = new AbortController();
    const called = init(guard, { signal: caller.signal }).catch((error: Error) => error.name);
    const [response] = (await once(events, 'arrived')) as [ServerResponse];
    const closed = once(response, 'close');
    caller.abort();
    expect(await called).toBe('AbortError');
    if (!late) await closed;
  }

  test('ends the request to the upstream', async () => {
    await hangUp();
    expect(guard.violations).toEqual([]);
  });

  test('is told nothing, and nobody else is: a late wrong answer is no violation', async () => {
    await hangUp(json(200, wrong));
    upstream.answer(json(200, good));
    for (let calls = 0; calls < 20; calls++) expect((await init(guard)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(guard.violations).toEqual([]);
  });

  test('is another than one that closed its side and still listens', async () => {
    upstream.answer((request, response) => void setTimeout(() => json(200, wrong)(request, response), 20));
    const caller = connect({ port: guard.port, host: '127.0.0.1', allowHalfOpen: true });
    caller.end(`POST ${story.path('installMultiTasks')} HTTP/1.1\r\nHost: x\r\nX-Auth-Token: any\r\n\r\n`);
    expect(await text(caller)).toMatch(/HTTP\/1\.1 500 .*The answer of the upstream breaks the contract/s);
    expect(guard.violations).toHaveLength(1);
  });

  test('in the middle of its request leaves nothing at the upstream', async () => {
    upstream.seen.length = 0;
    const caller = connect(guard.port, '127.0.0.1');
    caller.write(
      `POST ${story.path('installMultiTasks')} HTTP/1.1\r\nHost: x\r\nX-Auth-Token: any\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{`,
      () => caller.destroy(),
    );
    await once(caller, 'close');
    upstream.answer(json(200, good));
    expect((await init(guard)).status).toBe(200);
    expect(upstream.seen).toHaveLength(1);
    expect(guard.violations).toEqual([]);
  });
});

describe('work has an end', () => {
  test('a body without one is a violation, and its rest is not waited for', async () => {
    answer = (socket) => {
      const more = () => {
        while (!socket.destroyed && socket.write(Buffer.alloc(2 ** 20, ' ')));
      };
      socket.write(head());
      socket.on('drain', more);
      more();
    };
    const response = await init(behindRaw);
    expect(response.status).toBe(500);
    expect(behindRaw.violations).toMatchObject([
      { status: 200, where: 'The body', message: 'The body must have at most 67108864 bytes.' },
    ]);
  });

  test('an answer that never ends is cut off at the deadline', async () => {
    const hurried = await startGuard(raw, { timeout: 100 });
    const events = new EventEmitter();
    const closed = once(events, 'closed');
    answer = (socket) => {
      socket.write(head('Content-Length: 100000'));
      const drip = setInterval(() => socket.write(' '), 5);
      socket.once('close', () => {
        clearInterval(drip);
        events.emit('closed');
      });
    };
    const response = await init(hurried);
    expect(response.status).toBe(503);
    await closed;
    expect(hurried.violations).toEqual([]);
    await hurried.close();
  });

  test('a million faults are one 500 and at most a hundred violations', async () => {
    answer = write(framed(`[${'0,'.repeat(1_000_000)}0]`));
    const response = await init(behindRaw);
    expect(response.status).toBe(500);
    expect(((await response.json()) as { error_msg: string }).error_msg).toContain(
      'Body property [0] must be an object',
    );
    expect(behindRaw.violations.length).toBeLessThanOrEqual(100);
  });

  test('close() ends calls that are under way, at both sides', async () => {
    const closing = await startGuard(upstream);
    const events = new EventEmitter();
    upstream.answer((_request, response) => events.emit('arrived', response));
    const called = init(closing).catch((error: Error) => error.name);
    const [response] = (await once(events, 'arrived')) as [ServerResponse];
    const closed = once(response, 'close');
    await closing.close();
    await closed;
    expect(await called).toBe('TypeError');
    expect(closing.violations).toEqual([]);
  });

  test('an upstream that closes the connections that it kept is asked on a new one', async () => {
    upstream.answer(json(200, good));
    expect((await init(guard)).status).toBe(200);
    upstream.hangUp();
    expect((await init(guard)).status).toBe(200);
  });
});

describe('a long text is a text', () => {
  const long = 'a\\"\\\\é'.repeat(2_000_000);

  test('in an answer', async () => {
    upstream.answer(json(200, `[{"task_id":"abc","new":"${long}"}]`));
    expect((await init(guard)).status).toBe(200);
    expect(guard.violations).toEqual([]);
  });

  test('in a request, which is then too long for its place and not for us', async () => {
    const body = `{"task_id":"${'a'.repeat(60_000)}"}`;
    const response = await init(guard, { headers: { ...credentials, 'Content-Type': 'application/json' }, body });
    expect(response.status).toBe(400);
    expect(guard.violations).toMatchObject([{ where: 'Body property [task_id]' }]);
  });
});
