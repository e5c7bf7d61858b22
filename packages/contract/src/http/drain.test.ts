import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { drained } from './drain.ts';

const request = (facts: Partial<IncomingMessage> = {}) =>
  Object.assign(new PassThrough(), { complete: false, ...facts }) as unknown as IncomingMessage & PassThrough;

test('does not wait for a request that has arrived or gone', async () => {
  await drained(request({ complete: true }));
  const gone = request();
  gone.destroy();
  await once(gone, 'close');
  await drained(gone);
});

test('reads on to the end', async () => {
  const sending = request();
  const wait = drained(sending);
  for (let part = 0; part < 20; part++) sending.write(Buffer.alloc(65_536));
  sending.end();
  await wait;
  expect(sending.readableLength).toBe(0);
});

test('gives up on a caller that sends more than it listens to', async () => {
  const sending = request();
  const wait = drained(sending);
  for (let part = 0; part < 100; part++) sending.write(Buffer.alloc(65_536));
  await wait;
  expect(sending.listenerCount('data')).toBe(0);
});

test('gives up on a caller that neither sends nor leaves', async () => {
  vi.useFakeTimers();
  const silent = request();
  const wait = drained(silent);
  await vi.advanceTimersByTimeAsync(500);
  await wait;
  vi.useRealTimers();
  expect([silent.listenerCount('data'), silent.listenerCount('end')]).toEqual([0, 0]);
});
