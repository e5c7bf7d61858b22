/** Tells when an answer is no longer wanted, so that nobody works for it: the caller has gone, or the time is over. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Failure } from '@roma-fdi/contract';
import { gone } from '@roma-fdi/contract/http';

/** In milliseconds: so long an operation has to say what became of it, once its signal has aborted. */
const lastWords = 250;

export interface Awaited {
  /** Aborts when the caller hangs up before the answer is sent, or with a `Failure` when the time is over. */
  readonly signal: AbortSignal;
  /** The work's result. Rejects where the time is over and the work goes on all the same. */
  inTime<Result>(work: Promise<Result>): Promise<Result>;
}

/** @param milliseconds until the answer must begin; what it takes to be read is no part of it */
export function awaited(request: IncomingMessage, answer: ServerResponse, milliseconds: number): Awaited {
  const controller = new AbortController();
  const overdue = Promise.withResolvers<never>();
  // Most answers are in time, and nobody looks at it.
  overdue.promise.catch(() => {});
  const signal = gone(request, answer, { controller });
  const deadline = setTimeout(() => {
    if (signal.aborted) return;
    const failure = new Failure(
      'Unavailable',
      'The service did not finish in the time allowed; nothing was changed. Try again in a moment.',
    );
    controller.abort(failure);
    setTimeout(() => overdue.reject(failure), lastWords);
  }, milliseconds);
  return {
    signal,
    async inTime(work) {
      try {
        return await Promise.race([work, overdue.promise]);
      } finally {
        clearTimeout(deadline);
      }
    },
  };
}
