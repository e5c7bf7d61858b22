/**
 * A second lock beside SQLite's own. POSIX takes a process's locks on a file away as soon as anything in that process opens
 * and closes the file, and a server reads SQLite files that its users name; nobody has a reason to read this empty one.
 */
import { existsSync, rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { isBusy } from './failures.ts';

export interface FileLock {
  /** Lets go of the lock and removes its file; one that a killed process left behind is taken over by the next. */
  release(): void;
}

/** Where the lock of the store at `path` is. */
export function lockPath(path: string): string {
  return `${path}.lock`;
}

/** @throws SQLite's own error, busy where another holds the lock */
export function takeLock(path: string): FileLock {
  const file = lockPath(path);
  // Not imported: the server as a library must say which Node it needs where there is no such module.
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  for (;;) {
    // SQLite locks a file the same way on every system, without waiting, and a killed process leaves no lock.
    const holder = new DatabaseSync(file, { timeout: 0 });
    try {
      holder.exec('begin exclusive');
    } catch (error) {
      holder.close();
      throw error;
    }
    // Whoever had the lock may have removed the file after it was opened here: a lock on nothing keeps nobody out.
    if (existsSync(file)) return { release: () => release(file, holder) };
    holder.close();
  }
}

/** Whether a server holds the store at `path`, of this process or of another one. */
export function isHeld(path: string): boolean {
  try {
    takeLock(path).release();
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw error;
  }
}

function release(file: string, holder: DatabaseSync): void {
  rmSync(file, { force: true });
  holder.close();
}
