/** Who may call: tokens, the projects that they reach, web origins; and the ID that every answer has. */
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { failures, routes } from '@roma-fdi/types';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { callerOf } from './caller.ts';
import { instance, project, type Served, serve } from './serve.ts';

const origin = 'https://console.example';
let server: Served;
beforeAll(async () => {
  server = await serve({ grants: [{ token: 'open' }, { token: 'narrow', projects: [project] }], origins: [origin] });
});
afterAll(() => server.end());

const as = (token: string, facts = {}) => callerOf(server.url, { token, project, instance, ...facts });

describe('a token', () => {
  it('without projects reaches all of them, one with projects those alone', async () => {
    await as('open', { project: 'another' }).succeed('listDatasources');
    await as('narrow').succeed('listDatasources');
    expect(await as('narrow', { project: 'another' }).refuse('listDatasources')).toMatchObject({
      status: failures.Forbidden.status,
      error_code: failures.Forbidden.code,
    });
  });

  it('that is refused is refused before the body is looked at', async () => {
    const call = { body: { auto_mapping: 'wrong' } };
    expect(await as('wrong').refuse('installMultiTasks', call)).toMatchObject({ status: 401 });
    expect(await as('narrow', { project: 'another' }).refuse('installMultiTasks', call)).toMatchObject({ status: 403 });
    expect(await as('open').refuse('installMultiTasks', call)).toMatchObject({ status: 400 });
  });

  it('is asked for where a signature comes instead and the server has no keys', async () => {
    const headers = { authorization: 'SDK-HMAC-SHA256 Access=a, SignedHeaders=host, Signature=b', 'x-auth-token': '' };
    const refusal = await as('').refuse('listDatasources', { headers });
    expect(refusal).toMatchObject({
      status: 401,
      error_msg: expect.stringContaining('knows no access keys (--keys-file)'),
    });
  });
});

describe('a web origin', () => {
  const preflight = (from: string) =>
    fetch(`${server.url}/anything`, {
      method: 'OPTIONS',
      headers: { origin: from, 'access-control-request-method': 'POST' },
    });
  const allowed = (headers: Headers) =>
    [...headers].filter(([name]) => name.startsWith('access-control-')).map(([name, value]) => `${name}: ${value}`);

  it('that is listed may call and read the answer', async () => {
    const { headers } = await as('open').send('listDatasources', { headers: { origin } });
    expect(allowed(headers)).toContain(`access-control-allow-origin: ${origin}`);
    expect(headers.get('vary')).toBe('Origin');
    const answer = await preflight(origin);
    expect(answer.status).toBe(204);
    expect(allowed(answer.headers).join()).toMatch(/allow-headers: .*X-Auth-Token/);
    const methods = answer.headers.get('access-control-allow-methods')?.split(', ').sort();
    expect(methods).toEqual([...new Set(Object.values(routes).map(({ method }) => method))].sort());
  });

  it('that is not listed gets no word about it', async () => {
    for (const foreign of ['https://evil.example', 'null', `${origin}.evil.example`, origin.toUpperCase()]) {
      expect(allowed((await as('open').send('listDatasources', { headers: { origin: foreign } })).headers)).toEqual([]);
      expect(allowed((await preflight(foreign)).headers)).toEqual([]);
    }
  });

  it('changes nothing about the token', async () => {
    expect((await as('wrong').send('listDatasources', { headers: { origin } })).status).toBe(401);
  });
});

it('every answer has an ID of its own, and no caller chooses it', async () => {
  const headers = { 'x-request-id': 'chosen' };
  const answers = [
    await as('open').send('listDatasources', { headers }),
    await as('wrong').send('listDatasources', { headers }),
    await as('open').send('showTask', { headers, path: { task_id: 'unknown' } }),
  ];
  const ids = answers.map((answer) => answer.headers.get('x-request-id'));
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
});

it('answers a caller that closes its side as soon as it has sent its request', async () => {
  const socket = connect({ port: Number(new URL(server.url).port), host: '127.0.0.1', allowHalfOpen: true });
  socket.end('GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n');
  expect(await text(socket)).toContain(failures.NoSuchOperation.code);
});

it('a body that its length rules out is refused before it has come, or time has passed', {
  timeout: 10_000,
}, async () => {
  const { method, path } = routes.installMultiTasks;
  const head = [`${method} ${path.replaceAll(/[{}]/g, '')} HTTP/1.1`, 'Host: x', 'X-Auth-Token: open'];
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  try {
    socket.write([...head, 'Content-Type: application/json', 'Content-Length: 1000000000', '\r\n'].join('\r\n'));
    let received = '';
    for await (const bytes of socket) {
      received += bytes;
      if (received.endsWith('}')) break;
    }
    expect(received).toMatch(new RegExp(`^HTTP/1.1 413 .*\r\ncontent-length: .*"${failures.BodyTooLarge.code}"`, 's'));
  } finally {
    vi.useRealTimers();
    socket.destroy();
  }
});

it('an idle connection is kept for longer than proxies and clients keep theirs, which must be the first to end it', async () => {
  const { headers } = await as('open').send('listDatasources');
  expect(headers.get('connection')).toBe('keep-alive');
  const [, seconds] = /^timeout=(\d+)$/.exec(headers.get('keep-alive') ?? '') ?? [];
  expect(Number(seconds)).toBeGreaterThan(60);
});
