/** Ends work at a deadline or when the caller aborts, and leaves neither timer nor listener behind. */
import { onAbort } from './shared-abort.ts';

/** When the work ends at the latest. */
export interface Deadline {
  /** Milliseconds; `Infinity` for none. */
  readonly timeout: number;
  /** The caller's own. */
  readonly signal: AbortSignal | undefined;
  /** Makes the error for a deadline that has passed. */
  readonly expired: () => Error;
}

/**
 * The work's result, unless the deadline passes (then `expired()`) or the caller aborts (then the signal's reason) before.
 * The work's own signal is aborted too when it fails, so that an answer that nobody will read is dropped.
 */
export function withinDeadline<T>(deadline: Deadline, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { timeout, signal, expired } = deadline;
  return new Promise<T>((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const controller = new AbortController();
    const timer = timeout === Number.POSITIVE_INFINITY ? undefined : setTimeout(() => fail(expired()), timeout);
    const ignore = signal && onAbort(signal, () => fail(signal.reason));
    work(controller.signal).then((result) => {
      release();
      resolve(result);
    }, fail);

    function fail(reason: unknown): void {
      release();
      // First: the abort makes the work fail too, with an error that says less. It is not given the reason, whose stack
      // Node's fetch would overwrite.
      reject(reason);
      controller.abort();
    }
    function release(): void {
      clearTimeout(timer);
      ignore?.();
    }
  });
}
