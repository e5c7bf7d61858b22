/** Several calls under one deadline, as if they were one. */
import { TimeoutError } from '../errors/timeout-error.ts';
import type { CallOptions } from '../options.ts';
import { remedies } from '../remedies.ts';

/**
 * What `work` gives. For each of its calls it takes options anew, with the time that is left. A call that runs out of it fails with the
 * whole time in its message.
 *
 * @param timeout milliseconds for all of them
 */
export async function underOneDeadline<T>(
  timeout: number,
  options: CallOptions | undefined,
  work: (next: () => CallOptions) => Promise<T>,
): Promise<T> {
  const end = performance.now() + timeout;
  const next = () => ({ ...options, timeout: Math.max(1, end - performance.now()) });
  try {
    return await work(next);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    const { operation, method = '', path = '' } = error;
    throw new TimeoutError({ operation, method, path }, timeout, remedies);
  }
}
