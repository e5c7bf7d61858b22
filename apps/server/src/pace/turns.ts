/** Lets a few pieces of work run at once and a bounded number wait; beyond that it refuses. */

export interface Turns {
  /** @throws whatever `full()` gives when too many are waiting, or the signal's reason while waiting */
  take<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

export function createTurns(atOnce: number, waiting: number, full: () => Error): Turns {
  let running = 0;
  const queue: (() => void)[] = [];

  const turn = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const start = (): void => {
        signal.removeEventListener('abort', leave);
        running++;
        resolve();
      };
      const leave = (): void => {
        queue.splice(queue.indexOf(start), 1);
        reject(signal.reason);
      };
      if (queue.length >= waiting) return reject(full());
      queue.push(start);
      signal.addEventListener('abort', leave, { once: true });
    });

  return {
    async take(work, signal) {
      signal.throwIfAborted();
      // Most find a place at once.
      if (running < atOnce) running++;
      else await turn(signal);
      try {
        return await work();
      } finally {
        running--;
        queue.shift()?.();
      }
    },
  };
}
