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

it('begins at once, does the work once more for all that come meanwhile, and keeps keys apart', async () => {
  const joined = createJoined<string>();
  const { calls, work } = counted();
  const first = joined.run('a', work, never);
  const meanwhile = Array.from({ length: 63 }, () => joined.run('a', work, never));
  const other = joined.run('b', work, never);
  expect(calls).toHaveLength(2);
  calls[1]?.resolve('other');
  expect(await other).toBe('other');
  expect(calls).toHaveLength(2);
  calls[0]?.resolve('first');
  expect(await first).toBe('first');
  calls[2]?.resolve('second');
  expect(new Set(await Promise.all(meanwhile))).toEqual(new Set(['second']));
  expect(calls).toHaveLength(3);
});

it('gives nobody the result of work that was begun before he came', async () => {
  const joined = createJoined<string>();
  let state = 'old';
  const gate = Promise.withResolvers<void>();
  const look = async () => {
    const seen = state;
    await gate.promise;
    return seen;
  };
  const before = joined.run('a', look, never);
  state = 'new';
  const after = joined.run('a', look, never);
  gate.resolve();
  expect(await Promise.all([before, after])).toEqual(['old', 'new']);
});

it('fails for those that share the work, and goes on with the next', async () => {
  const joined = createJoined<string>();
  const { calls, work } = counted();
  const first = joined.run('a', work, never);
  const second = joined.run('a', work, never);
  calls[0]?.reject(new Error('broken'));
  await expect(first).rejects.toThrow('broken');
  calls[1]?.resolve('mended');
  expect(await second).toBe('mended');
});

it('goes on when one of several leaves, and stops when the last one has left', async () => {
  const joined = createJoined<string>();
  const { calls, work } = counted();
  const first = joined.run('a', work, never);
  const [one, two] = [new AbortController(), new AbortController()];
  const asked = [joined.run('a', work, one.signal), joined.run('a', work, two.signal)];
  calls[0]?.resolve('first');
  await first;
  one.abort(new Error('one left'));
  await expect(asked[0]).rejects.toThrow('one left');
  expect(calls[1]?.signal.aborted).toBe(false);
  two.abort(new Error('two left'));
  await expect(asked[1]).rejects.toThrow('two left');
  expect(calls[1]?.signal.aborted).toBe(true);
});

it('lets the next begin when everybody has left the work under way, whether or not it has noticed', async () => {
  const joined = createJoined<string>();
  const { calls, work } = counted();
  const leaving = new AbortController();
  const left = joined.run('a', work, leaving.signal);
  const next = joined.run('a', work, never);
  leaving.abort(new Error('gone'));
  await expect(left).rejects.toThrow('gone');
  expect(calls).toHaveLength(2);
  calls[1]?.resolve('next');
  expect(await next).toBe('next');
  calls[0]?.reject(new Error('stopped'));
});

it('never begins work that everybody has left before its turn', async () => {
  const joined = createJoined<string>();
  const { calls, work } = counted();
  const first = joined.run('a', work, never);
  const leaving = new AbortController();
  const left = joined.run('a', work, leaving.signal);
  leaving.abort(new Error('gone'));
  await expect(left).rejects.toThrow('gone');
  calls[0]?.resolve('first');
  await first;
  expect(calls).toHaveLength(1);
});

it('begins nothing for a caller that has gone', async () => {
  const { calls, work } = counted();
  await expect(createJoined<string>().run('a', work, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  expect(calls).toHaveLength(0);
});
