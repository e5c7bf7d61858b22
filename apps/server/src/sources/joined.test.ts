import { expect, it } from 'vitest';
import { createJoined } from './joined.ts';

const never = new AbortController().signal;

function counted() {
  const calls: { resolve(value: string): void; reject(error: Error): void; signal: AbortSignal }[] = [];
  const work = (signal: AbortSignal) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    calls.push({ resolve, reject, signal });
    return promise;
  };
  return { calls, work };
}

it('does the work once for all that ask while it is under way, and anew for those that come later', async () => {
  const joined = createJoined<string>();
  const { calls, work } = counted();
  const asked = [joined.run('a', work, never), joined.run('a', work, never)];
  const other = joined.run('b', work, never);
  expect(calls).toHaveLength(2);
  calls[0]?.resolve('first');
  calls[1]?.resolve('other');
  expect(await Promise.all(asked)).toEqual(['first', 'first']);
  expect(await other).toBe('other');
  const later = joined.run('a', work, never);
  calls[2]?.resolve('second');
  expect(await later).toBe('second');
});

it('fails for all, and tries again for the next', async () => {
  const joined = createJoined<string>();
  const { calls, work } = counted();
  const asked = [joined.run('a', work, never), joined.run('a', work, never)];
  calls[0]?.reject(new Error('broken'));
  for (const each of asked) await expect(each).rejects.toThrow('broken');
  const again = joined.run('a', work, never);
  calls[1]?.resolve('mended');
  expect(await again).toBe('mended');
});

it('goes on when one of several leaves, and stops when the last one has left', async () => {
  const joined = createJoined<string>();
  const { calls, work } = counted();
  const [one, two] = [new AbortController(), new AbortController()];
  const asked = [joined.run('a', work, one.signal), joined.run('a', work, two.signal)];
  one.abort(new Error('one left'));
  await expect(asked[0]).rejects.toThrow('one left');
  expect(calls[0]?.signal.aborted).toBe(false);
  two.abort(new Error('two left'));
  await expect(asked[1]).rejects.toThrow('two left');
  expect(calls[0]?.signal.aborted).toBe(true);

  const next = joined.run('a', work, never);
  expect(calls).toHaveLength(2);
  calls[0]?.reject(new Error('stopped'));
  calls[1]?.resolve('anew');
  expect(await next).toBe('anew');
});

it('begins nothing for a caller that has gone', async () => {
  const { calls, work } = counted();
  await expect(createJoined<string>().run('a', work, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  expect(calls).toHaveLength(0);
});
