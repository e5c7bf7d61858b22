/** One at a time for each file, within this process. */

const last = new Map<string, Promise<void>>();

/**
 * Runs `work` once everything begun earlier for the same file has ended.
 * POSIX drops all locks that a process holds on a file as soon as it closes any descriptor of that file,
 * so looking at a file's first bytes would take the lock away from a reading under way in another thread.
 */
export async function inTurn<T>(file: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(file) ?? Promise.resolve();
  const result = before.then(work);
  const ended = result.then(
    () => undefined,
    () => undefined,
  );
  last.set(file, ended);
  try {
    return await result;
  } finally {
    if (last.get(file) === ended) last.delete(file);
  }
}
