import { EventEmitter, once } from 'node:events';
import { expect, test } from 'vitest';
import { endOnSignals } from './end-on-signals.ts';

/** A process that says how it was ended. */
function createProcess() {
  const emitter = new EventEmitter();
  return Object.assign(emitter, {
    exit: (code: number) => emitter.emit('ended', `exit ${code}`),
    kill: (message: string) => emitter.emit('ended', `killed: ${message}`),
  });
}
type Ours = Parameters<typeof endOnSignals>[1];

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s closes the server, and the process ends well', async (signal) => {
  const process = createProcess();
  const reasons: unknown[] = [];
  const close = async (why?: string) => {
    reasons.push(why);
    return 0;
  };
  endOnSignals({ close }, process as unknown as Ours);
  const ended = once(process, 'ended');
  process.emit(signal, signal);
  expect(await ended).toEqual(['exit 0']);
  expect(reasons).toEqual([signal]);
  // A second one is left to Node, which ends the process.
  for (const other of ['SIGINT', 'SIGTERM', 'SIGHUP']) expect(process.listenerCount(other)).toBe(0);
});

test('an answer that was cut off is told in the exit code', async () => {
  const process = createProcess();
  endOnSignals({ close: async () => 2 }, process as unknown as Ours);
  const ended = once(process, 'ended');
  process.emit('SIGTERM', 'SIGTERM');
  expect(await ended).toEqual(['exit 1']);
});

test('a server that does not end is killed, and says so', async () => {
  const process = createProcess();
  endOnSignals({ close: () => new Promise(() => {}) }, process as unknown as Ours, 10);
  const ended = once(process, 'ended');
  process.emit('SIGTERM', 'SIGTERM');
  expect(await ended).toEqual([expect.stringMatching(/^killed: .*within 0\.01 seconds/)]);
});
