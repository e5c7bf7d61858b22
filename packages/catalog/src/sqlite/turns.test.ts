import { expect, test } from 'vitest';
import { inTurn } from './turns.ts';

test('work on one file runs one after the other, in the order of asking', async () => {
  const log: string[] = [];
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const a = inTurn('one', async () => {
    await held;
    log.push('a');
  });
  const b = inTurn('one', async () => void log.push('b'));
  const other = inTurn('two', async () => void log.push('other file'));
  await other;
  letGo();
  await Promise.all([a, b]);
  expect(log).toEqual(['other file', 'a', 'b']);
});

test('a failure reaches its own caller and nobody behind it', async () => {
  const failing = inTurn('three', () => Promise.reject(new Error('mine')));
  const behind = inTurn('three', async () => 'well');
  await expect(failing).rejects.toThrow('mine');
  await expect(behind).resolves.toBe('well');
});
