/** Every fault, by each way to ask for it, as clients see it: ours, and two that are not. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  createMock,
  type Fault,
  fault,
  type LocalMock,
  type Mock,
  startGuard,
  startMock,
  story,
} from '../src/index.ts';
import { startObservedMock } from '../src/mock/start.ts';
import { type Client, fetchWith, nodeHttp, ours, type Seen } from './clients.ts';

let mock: Mock;
let local: LocalMock;
beforeAll(async () => {
  [mock, local] = await Promise.all([startMock(), createMock()]);
  return () => Promise.all([mock.close(), local.close()]);
});
afterEach(() => {
  mock.reset();
  local.reset();
});

const init = 'installMultiTasks';
const usual = JSON.stringify(story.answer(init, 'id-only').body).length;
const whole: Seen = { status: 200, length: usual };
const broken = { failed: expect.any(String) };

interface Row {
  readonly prefer: string;
  readonly made: Fault;
  /** What a client that knows nothing of the API sees. */
  readonly seen: unknown;
  /** Where ours, which knows it, says something else. */
  readonly byOurs?: unknown;
}

const rows: readonly Row[] = [
  { prefer: 'delay=30', made: fault.delay(30), seen: whole },
  {
    prefer: 'throttle=3',
    made: fault.throttle(3),
    seen: { status: 429, length: JSON.stringify(story.answer(init, 'throttled').body).length, retryAfter: '3' },
    byOurs: { status: 429, retryAfter: '3' },
  },
  { prefer: 'reset=before', made: fault.reset('before'), seen: broken, byOurs: { failed: 'ConnectionError' } },
  {
    prefer: 'reset=during',
    made: fault.reset('during'),
    seen: broken,
    byOurs: { failed: 'ConnectionError', status: 200 },
  },
  { prefer: 'reset=after', made: fault.reset('after'), seen: whole },
  { prefer: 'cut-body=7', made: fault.cutBody(7), seen: broken, byOurs: { failed: 'ConnectionError', status: 200 } },
  { prefer: 'slow-body=40', made: fault.slowBody(40), seen: whole },
  { prefer: 'proxy-page=502', made: fault.proxyPage(), seen: { status: 502, length: 122 }, byOurs: { status: 502 } },
  { prefer: 'gateway=502', made: fault.gateway(502), seen: { status: 502, length: 0 } },
  { prefer: 'gateway=504', made: fault.gateway(504), seen: { status: 504, length: 0 } },
];

const overWire = fetchWith((...args) => fetch(...args));
/** Each gets a mock of its own, so that no connection is used that an earlier fault has broken. */
const clients: readonly (readonly [name: string, client: (own: Mock) => Client])[] = [
  ['fetch', () => overWire],
  ['node:http', () => nodeHttp],
  ['@roma-fdi/client', () => ours],
  ['fetch in this process', (own) => fetchWith(own.fetch)],
];

describe.each(clients)('%s meets', (name, clientOf) => {
  test.each(rows)('$prefer, as a stub and as a preference', async ({ prefer, made, seen, byOurs = seen }) => {
    const [stubbed, preferred] = await Promise.all([startMock(), startMock()]);
    stubbed.on(init).once(made);
    const answers = [
      await clientOf(stubbed)({ url: stubbed.url }),
      await clientOf(preferred)({ url: preferred.url, headers: { Prefer: prefer } }),
    ];
    const expected = name === '@roma-fdi/client' ? byOurs : seen;
    expect(answers).toMatchObject([expected, expected]);
    const requests = [...stubbed.requests, ...preferred.requests];
    expect(requests.map((request) => request.fault?.split('(')[0])).toEqual(new Array(2).fill(`fault.${made.kind}`));
    const status = prefer === 'reset=before' ? undefined : ((seen as { status?: number }).status ?? 200);
    expect(requests.map((request) => request.status)).toEqual([status, status]);
    stubbed.verify();
    await Promise.all([stubbed.close(), preferred.close()]);
  });
});

test('a fetch in this process fails in the words of the global one', async () => {
  for (const prefer of ['reset=before', 'reset=during', 'cut-body=7']) {
    const headers = { Prefer: prefer };
    const inside = await fetchWith(local.fetch)({ url: mock.url, headers });
    expect(inside, prefer).toEqual(await overWire({ url: mock.url, headers }));
  }
});

describe('a fault', () => {
  test('happens to the answer that it was given', async () => {
    mock
      .on(init)
      .once(fault.delay(1, 'pair-only'))
      .once(fault.slowBody(1, { status: 200, body: [{ task_id: 'mine' }] }));
    const { length } = JSON.stringify(story.answer(init, 'pair-only').body);
    expect(await nodeHttp({ url: mock.url })).toMatchObject({ status: 200, length });
    expect(await nodeHttp({ url: mock.url })).toMatchObject({ status: 200, length: '[{"task_id":"mine"}]'.length });
  });

  test('is joined with what else the request prefers', async () => {
    const seen = await nodeHttp({ url: mock.url, headers: { Prefer: 'delay=1, code=404' } });
    expect(seen).toMatchObject({ status: 404 });
    const path = `${story.path(init)}?__gateway=504`;
    const response = await fetch(mock.url + path, { method: 'POST', headers: { 'X-Auth-Token': 'a' } });
    expect([response.status, response.headers.has('x-request-id')]).toEqual([504, false]);
  });

  test('delays one call, and not those beside it', async () => {
    const order: string[] = [];
    const client = overWire;
    mock.on(init).once(fault.delay(300));
    const late = client({ url: mock.url }).then(() => order.push('late'));
    await expect.poll(() => mock.requests.length).toBe(1);
    await client({ url: mock.url }).then(() => order.push('at once'));
    await late;
    expect(order).toEqual(['at once', 'late']);
  });

  test('lets a slow body come in pieces', async () => {
    const response = await fetch(mock.url + story.path(init), {
      method: 'POST',
      headers: { 'X-Auth-Token': 'a', Prefer: 'slow-body=100' },
    });
    let pieces = 0;
    for await (const piece of response.body ?? []) pieces += piece.length > 0 ? 1 : 0;
    expect(pieces).toBeGreaterThan(2);
  });

  test('resets a connection after its answer, which has come whole', async () => {
    const socket = connect(mock.port, '127.0.0.1');
    let received = '';
    socket.on('data', (bytes) => {
      received += bytes;
    });
    socket.write(
      `POST ${story.path(init)} HTTP/1.1\r\nHost: a\r\nX-Auth-Token: a\r\nPrefer: reset=after\r\nContent-Length: 0\r\n\r\n`,
    );
    const [error] = await once(socket, 'error');
    expect([(error as NodeJS.ErrnoException).code, received.split('\r\n\r\n')[1]?.length]).toEqual([
      'ECONNRESET',
      usual,
    ]);
  });

  test('is a violation behind a guard, where it breaks HTTP or the contract', async () => {
    const guard = await startGuard(mock);
    await nodeHttp({ url: guard.url, headers: { Prefer: 'cut-body=7' } });
    await nodeHttp({ url: guard.url, headers: { Prefer: 'gateway=504' } });
    expect(guard.takeViolations().map(({ message }) => message)).toEqual([
      expect.stringContaining('breaks HTTP'),
      expect.stringContaining('Status must be documented'),
    ]);
    await guard.close();
  });
});

test.for<[string, RegExp]>([
  ['delay=soon', /Prefer: delay= takes milliseconds, a whole number from 0 to 600000\./],
  ['delay=600001', /Prefer: delay= takes/],
  ['throttle=-1', /Prefer: throttle= takes seconds/],
  ['reset=never', /Prefer: reset= takes 'before', 'during', 'after'/],
  ['cut-body=half', /Prefer: cut-body= takes bytes/],
  ['slow-body=1e3', /Prefer: slow-body= takes milliseconds/],
  ['proxy-page=404', /Prefer: proxy-page= takes 502/],
  ['gateway=500', /Prefer: gateway= takes 502 or 504/],
])('Prefer: %s is refused with 400, and what it takes', async ([prefer, says]) => {
  const response = await local.fetch(`http://a${story.path(init)}`, {
    method: 'POST',
    headers: { 'X-Auth-Token': 'a', Prefer: prefer },
  });
  expect(response.status).toBe(400);
  expect(((await response.json()) as { error_msg: string }).error_msg).toMatch(says);
});

test.for<[() => Fault, RegExp]>([
  [() => fault.delay(-1), /fault\.delay takes milliseconds, a whole number from 0 to 600000/],
  [() => fault.delay(600_001), /fault\.delay/],
  [() => fault.throttle(0.5), /fault\.throttle takes seconds/],
  [() => fault.reset('never' as never), /fault\.reset takes 'before', 'during', 'after'/],
  [() => fault.cutBody(-1), /fault\.cutBody takes bytes/],
  [() => fault.slowBody(Number.NaN), /fault\.slowBody/],
  [() => fault.gateway(500 as never), /fault\.gateway takes 502 or 504/],
])('%s is refused when it is made', ([make, says]) => {
  expect(make).toThrow(says);
});

test.each(['delay=600000', 'slow-body=600000'])('%s ends when the mock closes', async (prefer) => {
  const closing = await startMock();
  const waiting = nodeHttp({ url: closing.url, headers: { Prefer: prefer } });
  await expect.poll(() => closing.requests.length).toBe(1);
  await closing.close();
  expect(await waiting).toHaveProperty('failed');
});

test('a delay ends when its caller has gone', async () => {
  const ended: unknown[] = [];
  const observed = await startObservedMock({}, { finished: ({ status }) => ended.push(status) });
  const controller = new AbortController();
  const headers = { 'X-Auth-Token': 'a', Prefer: 'delay=600000' };
  const going = fetch(observed.url + story.path(init), { method: 'POST', headers, signal: controller.signal });
  await expect.poll(() => observed.requests.length).toBe(1);
  controller.abort();
  await expect(going).rejects.toThrow('aborted');
  await expect.poll(() => ended).toEqual([undefined]);
  await observed.close();
});

describe('chaos', () => {
  const kinds = async (options: object, calls: number) => {
    const chaotic = await createMock({ chaos: { rate: 0.5, ...options } });
    const client = fetchWith(chaotic.fetch);
    for (let call = 0; call < calls; call++) await client({ url: 'http://a' });
    const found = chaotic.requests.map((request) => request.fault);
    await chaotic.close();
    return found;
  };
  const quick = { faults: ['throttle', 'gateway', 'reset', 'cutBody', 'proxyPage'] };

  test('happens to the same calls with the same seed, to others with another', async () => {
    const first = await kinds({ seed: 'a', ...quick }, 20);
    expect(await kinds({ seed: 'a', ...quick }, 20)).toEqual(first);
    expect(await kinds({ seed: 'b', ...quick }, 20)).not.toEqual(first);
    expect(first.filter((one) => one === undefined).length).toSatisfy((count: number) => count > 2 && count < 18);
    expect(new Set(first).size).toBeGreaterThan(3);
  });

  test('happens to none with the rate 0, to all with 1, and only as the faults that were asked for', async () => {
    expect(await kinds({ rate: 0 }, 5)).toEqual(new Array(5).fill(undefined));
    expect(await kinds({ rate: 1, faults: ['throttle'] }, 5)).toEqual(new Array(5).fill('fault.throttle(1)'));
  });

  test('spares a call that a stub answers, and one that prefers a fault of its own', async () => {
    const chaotic = await createMock({ chaos: { rate: 1, faults: ['gateway'] } });
    chaotic.on(init).once('id-only');
    const client = fetchWith(chaotic.fetch);
    expect(await client({ url: 'http://a' })).toMatchObject(whole);
    expect(await client({ url: 'http://a', headers: { Prefer: 'throttle=1' } })).toMatchObject({ status: 429 });
    await chaotic.close();
  });
});

describe('a fetch in this process', () => {
  const url = `http://mock.invalid${story.path(init)}`;
  const headers = { 'X-Auth-Token': 'a-token' };

  test('answers as over the wire, refusals included', async () => {
    const asked: [string, RequestInit][] = [
      [story.path(init), { method: 'POST', headers, body: '{"auto_mapping":"yes"}' }],
      [story.path('listDatasources'), { headers }],
      [story.path('listDatasources'), {}],
      [story.path('deleteTask'), { method: 'DELETE', headers }],
      ['/nowhere', { headers }],
      [story.path('showTask'), { method: 'PUT', headers }],
      [`${story.path('listTasks')}?a=%`, { headers }],
      [`${story.path('listTasks')}?${'a'.repeat(9_000)}`, { headers }],
    ];
    const form = new FormData();
    for (const [name, value] of Object.entries(
      story.request<object>('createMultiTaskMappingsAutomatically', 'auto-mapping'),
    ))
      form.set(name, String(value));
    asked.push([story.path('createMultiTaskMappingsAutomatically'), { method: 'POST', headers, body: form }]);
    for (const [path, init] of asked) {
      const [wire, inside] = await Promise.all([
        fetch(mock.url + path, init),
        local.fetch(`http://a.invalid${path}`, init),
      ]);
      const shown = async (response: Response) => {
        const { date, 'x-request-id': id, ...others } = Object.fromEntries(response.headers);
        return [response.status, response.statusText, others, id?.length, await response.text()];
      };
      expect(await shown(inside), path).toEqual(await shown(wire));
    }
  });

  test('takes a Request and a URL, and gives its address back', async () => {
    const response = await local.fetch(new Request(url, { method: 'POST', headers }));
    expect([response.status, response.url]).toEqual([200, url]);
    await response.body?.cancel();
    expect((await local.fetch(new URL(url), { method: 'POST', headers })).ok).toBe(true);
  });

  test('ends with its signal, before the answer and in its body', async () => {
    const aborted = AbortSignal.abort(new Error('mine'));
    await expect(local.fetch(url, { method: 'POST', headers, signal: aborted })).rejects.toThrow('mine');
    const waiting = new AbortController();
    const late = local.fetch(url, {
      method: 'POST',
      headers: { ...headers, Prefer: 'delay=600000' },
      signal: waiting.signal,
    });
    await expect.poll(() => local.requests.length).toBe(1);
    waiting.abort(new Error('mine'));
    await expect(late).rejects.toThrow('mine');
    const reading = new AbortController();
    const slow = { ...headers, Prefer: 'slow-body=600000' };
    const response = await local.fetch(url, { method: 'POST', headers: slow, signal: reading.signal });
    const body = response.text();
    reading.abort(new Error('mine'));
    await expect(body).rejects.toThrow('mine');
  });

  test('is refused by a mock that is closed', async () => {
    const closed = await createMock();
    await closed.close();
    await closed.close();
    await expect(closed.fetch(url)).rejects.toMatchObject({ message: 'fetch failed', cause: { code: 'ECONNREFUSED' } });
  });
});
