import { expect, test } from 'vitest';
import { within } from './within.ts';

test('work that ends in time gives its result, and its error as it is', async () => {
  const { signal } = new AbortController();
  await expect(within(signal, 'x', Promise.resolve(1))).resolves.toBe(1);
  await expect(within(signal, 'x', Promise.reject(new Error('own')))).rejects.toThrow('own');
});

test.each(['before', 'during'])('a signal aborted %s the work ends the wait and stops the work', async (when) => {
  const control = new AbortController();
  if (when === 'before') control.abort();
  let stopped = 0;
  const waiting = within(control.signal, '"x.db"', new Promise(() => {}), () => stopped++);
  control.abort();
  await expect(waiting).rejects.toMatchObject({ kind: 'too-slow', message: expect.stringContaining('"x.db"') });
  expect(stopped).toBe(1);
});

test("an error that comes after the end of the wait is nobody's unhandled rejection", async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  const late = new Promise((_, reject) => setImmediate(reject, new Error('late')));
  await expect(within(AbortSignal.abort(), 'x', late)).rejects.toMatchObject({ kind: 'too-slow' });
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});
