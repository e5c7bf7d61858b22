import { EventEmitter, once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { awaited } from './awaited.ts';

/** What an answer is made of, as far as it is looked at here. */
const parts = () => {
  const answer = new EventEmitter() as ServerResponse;
  const socket = new EventEmitter() as Socket;
  return { request: { socket, httpVersion: '1.1' } as IncomingMessage, answer };
};

it('aborts with a refusal when the time is over, and rejects for work that takes no notice', async () => {
  const { request, answer } = parts();
  const { signal, inTime } = awaited(request, answer, 1);
  const endless = inTime(new Promise(() => {}));
  await once(signal, 'abort');
  expect(signal.reason).toMatchObject({ name: 'Unavailable', status: 503, headers: { 'retry-after': '1' } });
  await expect(endless).rejects.toBe(signal.reason);
  answer.emit('close');
});

it('lets work that takes notice say itself what became of it', async () => {
  const { request, answer } = parts();
  const { signal, inTime } = awaited(request, answer, 1);
  await expect(inTime(once(signal, 'abort').then(() => 'half done'))).resolves.toBe('half done');
  answer.emit('close');
});

it('aborts no more for the time when the work is done', async () => {
  const { request, answer } = parts();
  const { signal, inTime } = awaited(request, answer, 20);
  await inTime(Promise.resolve());
  await setTimeout(60);
  expect(signal.aborted).toBe(false);
  Object.assign(answer, { writableEnded: false }).emit('close');
  expect(signal.aborted).toBe(true);
});
