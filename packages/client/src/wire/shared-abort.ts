/** One listener on a signal for all calls that share it: Node takes an eleventh for a leak and warns. */

const watched = new WeakMap<AbortSignal, Set<() => void>>();

/** Calls `listener` when the signal aborts; gives a function that takes it off again, with the last one the signal's listener. */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
  const listeners = watched.get(signal) ?? watch(signal);
  listeners.add(listener);
  return () => {
    // A second time it must not touch what a later call has put there.
    if (!listeners.delete(listener) || listeners.size > 0) return;
    watched.delete(signal);
    signal.removeEventListener('abort', notify);
  };
}

/** Notifies all, whatever one of them does to the set. */
function notify(this: AbortSignal): void {
  for (const listener of [...(watched.get(this) ?? [])]) listener();
}

function watch(signal: AbortSignal): Set<() => void> {
  const listeners = new Set<() => void>();
  watched.set(signal, listeners);
  signal.addEventListener('abort', notify);
  return listeners;
}
