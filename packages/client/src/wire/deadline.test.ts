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
