/** Ends the wait for what cannot be stopped itself, such as the system's resolver or a file system that hangs. */
import { once } from 'node:events';

/** @throws the signal's reason as soon as it aborts; what comes of the work then is nobody's */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  work.catch(() => {});
  signal.throwIfAborted();
  const done = new AbortController();
  const over = once(signal, 'abort', { signal: done.signal }).then(() => Promise.reject(signal.reason));
  over.catch(() => {});
  return Promise.race([work, over]).finally(() => done.abort());
}
