import { expect, test } from 'vitest';
import { onFreePort } from './free-port.ts';

/** Starts on any port but these, and tells which ports were asked for. */
function machine(...taken: number[]) {
  const asked: number[] = [];
  const start = async (port: number) => {
    asked.push(port);
    if (taken.includes(port)) throw new Error('taken');
    return port;
  };
  return { asked, start };
}

const around = { isTaken: (error: unknown) => (error as Error).message === 'taken', spare: [] as number[] };

test('takes the usual port where it is free', async () => {
  expect(await onFreePort({ port: 4020, given: false }, machine(4010).start, around)).toBe(4020);
});

test('takes the next free port, but none that is kept for another', async () => {
  const { start } = machine(4020, 4021);
  expect(await onFreePort({ port: 4020, given: false }, start, { ...around, spare: [4022] })).toBe(4023);
});

test('takes any port where the next ones are taken too, and never asks for one that cannot be', async () => {
  const { asked, start } = machine(65533, 65534, 65535);
  expect(await onFreePort({ port: 65533, given: false }, start, around)).toBe(0);
  expect(asked).toEqual([65533, 65534, 65535, 0]);
});

test('insists on a port that was given', async () => {
  const { asked, start } = machine(4020);
  await expect(onFreePort({ port: 4020, given: true }, start, around)).rejects.toThrow('taken');
  expect(asked).toEqual([4020]);
});

test('does not try again when something else is wrong', async () => {
  const broken = () => Promise.reject(new Error('no rights'));
  await expect(onFreePort({ port: 4020, given: false }, broken, around)).rejects.toThrow('no rights');
});
