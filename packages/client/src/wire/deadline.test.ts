import { getEventListeners } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import { withinDeadline } from './deadline.ts';

const never = new Promise<never>(() => {});
const expired = () => new Error('expired');

afterEach(() => {
  vi.useRealTimers();
});

test('work that ends in time gives its result and leaves neither timer nor listener', async () => {
  vi.useFakeTimers();
  const { signal } = new AbortController();
  await expect(withinDeadline({ timeout: 10, signal, expired }, async () => 'done')).resolves.toBe('done');
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

test('work that fails gives its own error, is aborted, and leaves neither timer nor listener', async () => {
  vi.useFakeTimers();
  const { signal } = new AbortController();
  let workSignal: AbortSignal | undefined;
  const work = async (inner: AbortSignal) => {
    workSignal = inner;
    throw new Error('own');
  };
  await expect(withinDeadline({ timeout: 10, signal, expired }, work)).rejects.toThrow('own');
  expect(workSignal?.aborted).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

test('work that ignores its signal ends at the deadline all the same', async () => {
  vi.useFakeTimers();
  const { signal } = new AbortController();
  let workSignal: AbortSignal | undefined;
  const result = withinDeadline({ timeout: 1000, signal, expired }, (inner) => {
    workSignal = inner;
    return never;
  });
  const rejected = expect(result).rejects.toThrow('expired');
  await vi.advanceTimersByTimeAsync(999);
  expect(workSignal?.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await rejected;
  expect(workSignal?.aborted).toBe(true);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

test('the caller’s abort ends the work with the caller’s reason', async () => {
  const controller = new AbortController();
  const reason = new Error('enough');
  const result = withinDeadline({ timeout: Number.POSITIVE_INFINITY, signal: controller.signal, expired }, () => never);
  controller.abort(reason);
  await expect(result).rejects.toBe(reason);
});

test('calls that share a signal put one listener on it, all end with it, and the last to end takes it off', async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const until = { timeout: Number.POSITIVE_INFINITY, signal, expired };
  const early = withinDeadline(until, async () => 'done');
  const late = Array.from({ length: 20 }, () => withinDeadline(until, () => never).catch(String));
  expect(getEventListeners(signal, 'abort')).toHaveLength(1);
  await early;
  expect(getEventListeners(signal, 'abort')).toHaveLength(1);
  controller.abort('enough');
  expect(await Promise.all(late)).toEqual(Array(20).fill('enough'));
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

test('work that fails after its deadline takes no listener from a later call on the same signal', async () => {
  const controller = new AbortController();
  const { signal } = controller;
  let failLate: (error: Error) => void = () => {};
  const slow = new Promise<never>((_, reject) => {
    failLate = reject;
  });
  await expect(withinDeadline({ timeout: 1, signal, expired }, () => slow)).rejects.toThrow('expired');
  const later = withinDeadline({ timeout: Number.POSITIVE_INFINITY, signal, expired }, () => never).catch(String);
  failLate(new Error('late'));
  await slow.catch(() => {});
  controller.abort('enough');
  expect(await later).toBe('enough');
});

test('work is not begun when the caller aborted before', async () => {
  const work = vi.fn(() => never);
  const signal = AbortSignal.abort('gone');
  await expect(withinDeadline({ timeout: 10, signal, expired }, work)).rejects.toBe('gone');
  expect(work).not.toHaveBeenCalled();
});

test('without a deadline no timer is set', () => {
  vi.useFakeTimers();
  void withinDeadline({ timeout: Number.POSITIVE_INFINITY, signal: undefined, expired }, () => never);
  expect(vi.getTimerCount()).toBe(0);
});
