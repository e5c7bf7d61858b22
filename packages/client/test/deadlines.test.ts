/** Deadlines and aborts of whole calls. */
import { getEventListeners } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import type { FdiClient } from '../src/index.ts';
import { failure, json, stubClient } from './stub-transport.ts';

afterEach(() => {
  vi.useRealTimers();
});

const hangs = () => new Promise<never>(() => {});

test.each([
  ['init', 120_000, (fdi: FdiClient) => fdi.compositeTasks.init()],
  ['another call', 30_000, (fdi: FdiClient) => fdi.tasks.show('task')],
  ['a call with its own timeout', 7, (fdi: FdiClient) => fdi.compositeTasks.init({}, { timeout: 7 })],
])('%s ends after %d ms', async (_, timeout, call) => {
  vi.useFakeTimers();
  const ended = failure(call(stubClient(hangs).fdi));
  await vi.advanceTimersByTimeAsync(timeout - 1);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(await ended).toMatchObject({ name: 'TimeoutError', timeout });
  expect(vi.getTimerCount()).toBe(0);
});

test('a function for the token that never answers is under the deadline too', async () => {
  const { fdi, asked } = stubClient([json([])], { credentials: hangs, timeout: 5 });
  expect(await failure(fdi.compositeTasks.init())).toMatchObject({ name: 'TimeoutError' });
  expect(asked).toEqual([]);
});

test('an abort of the caller comes back as the caller’s own reason', async () => {
  const controller = new AbortController();
  const reason = new Error('enough');
  const ended = failure(stubClient(hangs).fdi.compositeTasks.init({}, { signal: controller.signal }));
  controller.abort(reason);
  expect(await ended).toBe(reason);
});

test('a timeout that no timer can do is refused', async () => {
  const { fdi } = stubClient([json([])]);
  expect(String(await failure(fdi.compositeTasks.init({}, { timeout: 0 })))).toContain('timeout must be milliseconds');
});

test('thousands of calls on one signal, many at a time, leave no listener, no timer and no warning', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const warnings: Error[] = [];
  const warn = (warning: Error) => warnings.push(warning);
  process.on('warning', warn);
  const { signal } = new AbortController();
  const { fdi } = stubClient([json([{ task_id: 't' }]), json([])]);
  for (let round = 0; round < 60; round++) {
    await Promise.all(Array.from({ length: 50 }, () => fdi.compositeTasks.init({}, { signal })));
  }
  await new Promise(setImmediate);
  process.off('warning', warn);
  expect(warnings).toEqual([]);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
