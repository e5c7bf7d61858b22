/** Work that all who want its result at the same time share, and that ends when none of them waits any more. */
import { onAbort } from '../wire/shared-abort.ts';

interface Running<Result> {
  readonly result: Promise<Result>;
  readonly controller: AbortController;
  waiting: number;
}

/** @returns joins the work that is under way, or begins it; fails with the signal's reason when that aborts */
export function shareWork<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
): (signal: AbortSignal) => Promise<Result> {
  let running: Running<Result> | undefined;

  function begin(): Running<Result> {
    const controller = new AbortController();
    const begun = { result: work(controller.signal), controller, waiting: 0 };
    const forget = (): void => {
      if (running === begun) running = undefined;
    };
    begun.result.then(forget, forget);
    return begun;
  }

  return (signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      running ??= begin();
      const joined = running;
      joined.waiting++;
      const ignore = onAbort(signal, () => {
        ignore();
        reject(signal.reason);
        if (--joined.waiting > 0) return;
        if (running === joined) running = undefined;
        joined.controller.abort();
      });
      joined.result.finally(ignore).then(resolve, reject);
    });
}
