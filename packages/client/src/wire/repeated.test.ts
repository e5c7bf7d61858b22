import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ConnectionError } from '../errors/connection-error.ts';
import type { Reply } from './exchange.ts';
import { type Repeated, repeated } from './repeated.ts';
import type { Watch } from './watch.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const ignore = () => {};
const watch: Watch = { sent: ignore, answered: ignore, failed: ignore, retry: ignore, outcome: ignore };
const call = { operation: 'countTasks', method: 'GET', path: '/' } as const;
const reply = (status: number, retryAfter?: string): Reply => ({
  call,
  status,
  headers: new Headers(retryAfter === undefined ? {} : { 'Retry-After': retryAfter }),
  body: '',
  sent: { proof: {}, url: 'https://fdi.test/' },
});
const broken = (code: string) => new ConnectionError(call, { code, cause: new Error(code) });

/** The outcomes in turn, the last one from then on; gives the last, and the milliseconds that were waited between two. */
async function repeat(
  outcomes: readonly (Reply | Error)[],
  { signal, end = Number.POSITIVE_INFINITY, ...rule }: Partial<Repeated> & { end?: number; signal?: AbortSignal },
) {
  const times: number[] = [];
  const send = async () => {
    times.push(performance.now());
    const outcome = outcomes[Math.min(times.length, outcomes.length) - 1]!;
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  const whole = { maxRetries: 10, isRepeatable: true, watch: undefined, ...rule };
  const last = repeated(whole, end, signal ?? new AbortController().signal, send).catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return { last: await last, waits: times.slice(1).map((time, at) => time - times[at]!) };
}

test('a wait is any part of a bound that doubles from half a second to eight', async () => {
  const random = vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const half = [250, 500, 1000, 2000, 4000, 4000, 4000];
  expect((await repeat([reply(503)], { maxRetries: 7 })).waits).toEqual(half);
  random.mockReturnValue(0);
  expect((await repeat([broken('ECONNRESET')], { maxRetries: 7 })).waits).toEqual(half.map(() => 0));
  random.mockReturnValue(0.75);
  expect((await repeat([broken('ECONNREFUSED')], { maxRetries: 2 })).waits).toEqual([375, 750]);
});

test('the time that an answer asks for is waited instead, whatever its status', async () => {
  const date = new Date(Date.now() + 60_000).toUTCString();
  const { waits, last } = await repeat([reply(429, '3'), reply(503, date), reply(502, '0'), reply(200)], {});
  expect([waits[0], waits[2], (last as Reply).status]).toEqual([3000, 0, 200]);
  expect(waits[1]).toBeGreaterThan(58_000);
  expect(waits[1]).toBeLessThanOrEqual(60_000);
});

test.each(['99999999999', 'Fri, 31 Dec 9999 23:59:59 GMT', '2147484'])(
  'a time of %j is not waited, also without a deadline: no timer is so long',
  async (retryAfter) => {
    expect(await repeat([reply(503, retryAfter)], {})).toMatchObject({ last: { status: 503 }, waits: [] });
  },
);

test('a wait that would outlast the deadline is not begun', async () => {
  const end = performance.now() + 5000;
  expect((await repeat([reply(503, '2')], { end })).waits).toEqual([2000, 2000]);
});

test('each wait is announced with what is repeated, and no last outcome is', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const retry = vi.fn();
  const error = broken('ECONNRESET');
  const busy = reply(429, '1');
  await repeat([error, busy, reply(503)], { maxRetries: 2, watch: { ...watch, retry } });
  expect(retry.mock.calls).toEqual([
    [250, { error }],
    [1000, { reply: busy }],
  ]);
});

test('an abort ends the wait with its reason, and leaves no timer', async () => {
  const controller = new AbortController();
  const aborting = { ...watch, retry: () => queueMicrotask(() => controller.abort('enough')) };
  expect(await repeat([reply(503, '60')], { signal: controller.signal, watch: aborting })).toEqual({
    last: 'enough',
    waits: [],
  });
  expect(vi.getTimerCount()).toBe(0);
});
