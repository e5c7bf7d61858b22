import { expect, it } from 'vitest';
import { createTurns } from './turns.ts';

const never = new AbortController().signal;
const turns = (atOnce: number, waiting: number) => createTurns(atOnce, waiting, () => new Error('full'));

it('runs a few at once, and the others in the order in which they came', async () => {
  const taken = turns(2, 10);
  const started: number[] = [];
  const gates = Array.from({ length: 4 }, () => Promise.withResolvers<void>());
  const all = gates.map((gate, index) =>
    taken.take(async () => {
      started.push(index);
      await gate.promise;
      return index;
    }, never),
  );
  await Promise.resolve();
  expect(started).toEqual([0, 1]);
  gates[1]?.resolve();
  await all[1];
  expect(started).toEqual([0, 1, 2]);
  for (const gate of gates) gate.resolve();
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3]);
});

it('gives the turn on when the work fails', async () => {
  const taken = turns(1, 1);
  await expect(taken.take(() => Promise.reject(new Error('broken')), never)).rejects.toThrow('broken');
  await expect(taken.take(async () => 'next', never)).resolves.toBe('next');
});

it('refuses when too many are waiting', async () => {
  const taken = turns(1, 1);
  const gate = Promise.withResolvers<void>();
  const first = taken.take(() => gate.promise, never);
  const second = taken.take(async () => {}, never);
  await expect(taken.take(async () => {}, never)).rejects.toThrow('full');
  gate.resolve();
  await Promise.all([first, second]);
});

it('lets go of those that no longer want to wait, and of their places', async () => {
  const taken = turns(1, 1);
  const gate = Promise.withResolvers<void>();
  const first = taken.take(() => gate.promise, never);
  const leaving = new AbortController();
  let ran = false;
  const second = taken.take(async () => {
    ran = true;
  }, leaving.signal);
  leaving.abort(new Error('gone'));
  await expect(second).rejects.toThrow('gone');
  const third = taken.take(async () => 'third', never);
  gate.resolve();
  await first;
  expect(await third).toBe('third');
  expect(ran).toBe(false);
  await expect(taken.take(async () => {}, AbortSignal.abort(new Error('before')))).rejects.toThrow('before');
});
