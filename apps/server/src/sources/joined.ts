/** Joins calls that want the same work at the same time: it is done once, and stopped when nobody waits for it any more. */

export interface Joined<T> {
  run(key: string, work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T>;
}

export function createJoined<T>(): Joined<T> {
  const underWay = new Map<string, { result: Promise<T>; callers: number; stop: AbortController }>();
  return {
    async run(key, work, signal) {
      signal.throwIfAborted();
      let shared = underWay.get(key);
      if (!shared) {
        const stop = new AbortController();
        const created = { result: work(stop.signal).finally(() => forget()), callers: 0, stop };
        const forget = (): void => {
          if (underWay.get(key) === created) underWay.delete(key);
        };
        // A failure that all callers have turned away from is nobody's.
        created.result.catch(() => {});
        underWay.set(key, created);
        shared = created;
      }
      const { result, stop } = shared;
      shared.callers++;
      const left = Promise.withResolvers<never>();
      const leave = (): void => left.reject(signal.reason);
      signal.addEventListener('abort', leave, { once: true });
      try {
        return await Promise.race([result, left.promise]);
      } finally {
        signal.removeEventListener('abort', leave);
        if (--shared.callers === 0) {
          // Whoever comes now begins anew instead of joining work that is being stopped.
          if (underWay.get(key) === shared) underWay.delete(key);
          stop.abort();
        }
      }
    },
  };
}
