import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createRoom } from './room.ts';

const anAnswer = () => new EventEmitter() as ServerResponse;
const large = 200_000;
const never = new AbortController().signal;

test('refuses what goes beyond the bound, until an answer is closed', () => {
  const room = createRoom(2.5 * large);
  const first = anAnswer();
  room.take(large, first);
  room.take(large, anAnswer());
  expect(() => room.take(large, anAnswer())).toThrow(expect.objectContaining({ name: 'Unavailable', status: 503 }));
  first.emit('close');
  expect(() => room.take(large, anAnswer())).not.toThrow();
});

test('always has room for a small answer, and for one large answer alone', () => {
  const room = createRoom(large);
  room.take(3 * large, anAnswer());
  for (let count = 0; count < 100; count++) expect(() => room.take(1000, anAnswer())).not.toThrow();
  expect(() => room.take(large, anAnswer())).toThrow('large answers');
});

test('takes no room for an answer that is closed already', () => {
  const room = createRoom(large);
  room.take(large, Object.assign(anAnswer(), { destroyed: true }));
  room.take(large, anAnswer());
  expect(() => room.take(large, anAnswer())).toThrow('large answers');
});

test('lets what cannot be refused wait for its turn, and no longer than its caller', async () => {
  const room = createRoom(1.5 * large);
  const [first, second] = [anAnswer(), anAnswer()];
  room.take(large, first);
  const gone = new AbortController();
  const left = room.waitFor(large, anAnswer(), gone.signal);
  let isIn = false;
  const waits = room.waitFor(large, second, never).then(() => {
    isIn = true;
  });
  gone.abort();
  await expect(left).rejects.toMatchObject({ name: 'InternalError' });
  await setImmediate();
  expect(isIn).toBe(false);
  first.emit('close');
  await waits;
  expect(() => room.take(large, anAnswer())).toThrow('large answers');
});
