/** Waits for work, but no longer than a signal allows. */
import { tooSlow } from './catalog-error.ts';

/**
 * The work's result; a `too-slow` error as soon as the signal is aborted, whether or not the work notices.
 * `stop` is called then, and must make the work end: what it still yields is thrown away.
 */
export function within<T>(
  signal: AbortSignal,
  subject: string,
  work: Promise<T>,
  stop: () => void = () => {},
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => {
      reject(tooSlow(subject, signal.reason));
      stop();
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
