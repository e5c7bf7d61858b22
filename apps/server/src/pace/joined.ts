/** Joins calls that want the same work: those that come while it is under way share the next one, so that none gets what was begun before it came. */

export interface Joined<T> {
  /** The work's result; rejects with the signal's reason as soon as it aborts. Work that nobody waits for any more is stopped. */
  run(key: string, work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T>;
}

/** Callers that share one piece of work. */
interface Batch<T> {
  readonly result: Promise<T>;
  readonly stop: AbortController;
  callers: number;
  begin(): void;
}

export function createJoined<T>(): Joined<T> {
  /** For each key the batch that is under way and, behind it, the one that waits. */
  const lanes = new Map<string, Batch<T>[]>();

  function end(key: string, batch: Batch<T>): void {
    const lane = lanes.get(key) ?? [];
    const at = lane.indexOf(batch);
    if (at === -1) return;
    lane.splice(at, 1);
    if (lane.length === 0) lanes.delete(key);
    else if (at === 0) lane[0]?.begin();
  }

  function join(key: string, work: (signal: AbortSignal) => Promise<T>): Batch<T> {
    const lane = lanes.get(key) ?? [];
    if (lane[1]) return lane[1];
    const stop = new AbortController();
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    // A failure that all callers have turned away from is nobody's.
    promise.catch(() => {});
    const batch: Batch<T> = {
      result: promise,
      stop,
      callers: 0,
      begin: () =>
        void work(stop.signal)
          .then(resolve, reject)
          .finally(() => end(key, batch)),
    };
    lanes.set(key, lane);
    if (lane.push(batch) === 1) batch.begin();
    return batch;
  }

  return {
    async run(key, work, signal) {
      signal.throwIfAborted();
      const batch = join(key, work);
      batch.callers++;
      const left = Promise.withResolvers<never>();
      const leave = (): void => left.reject(signal.reason);
      signal.addEventListener('abort', leave, { once: true });
      try {
        return await Promise.race([batch.result, left.promise]);
      } finally {
        signal.removeEventListener('abort', leave);
        if (--batch.callers === 0) {
          // Whoever waits behind it need not wait until it has noticed.
          end(key, batch);
          batch.stop.abort();
        }
      }
    },
  };
}
