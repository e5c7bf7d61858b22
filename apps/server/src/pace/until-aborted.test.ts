import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { untilAborted } from './until-aborted.ts';

it('gives what the work gives, and leaves no listener behind', async () => {
  const { signal } = new AbortController();
  expect(await untilAborted(Promise.resolve(5), signal)).toBe(5);
  await expect(untilAborted(Promise.reject(new Error('of the work')), signal)).rejects.toThrow('of the work');
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

it('ends with the signal, before or while the work hangs', async () => {
  const hanging = new Promise(() => {});
  const caller = new AbortController();
  const waiting = untilAborted(hanging, caller.signal);
  caller.abort(new Error('gone'));
  await expect(waiting).rejects.toThrow('gone');
  await expect(untilAborted(Promise.reject(new Error('too late')), caller.signal)).rejects.toThrow('gone');
});
