/** Counts what a call allocates. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Call } from './init-call.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Few enough that none of it is collected meanwhile: the bench is run with a young generation of 128 MB. */
const calls = 1_000;

/** Bytes of the heap that one call takes, whatever is free again after it. */
export async function heapOf(call: Call): Promise<number> {
  for (let n = 0; n < calls; n++) await call();
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let n = 0; n < calls; n++) await call();
  return (process.memoryUsage().heapUsed - before) / calls;
}
