/** Opens a database file for reading and waits until it can be read. */
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { isOpen } from './files/open-files.ts';
import { type Opening, replaced } from './files/opening.ts';

/** Milliseconds in one wait for another process. */
const wait = 100;
const busy = 5;
/** A log's index is not ready yet: READONLY_RECOVERY and READONLY_CANTINIT. */
const indexNotReady = [264, 1288];

/** Runs `read` in one transaction. Waits for another process's lock without a limit of its own: the parent's deadline kills this process. */
export async function connected(opening: Opening, path: string, read: (database: DatabaseSync) => void): Promise<void> {
  for (;;) {
    try {
      readOnce(opening, path, read);
      return;
    } catch (error) {
      const code = Number((error as { errcode?: unknown }).errcode ?? 0);
      if ((code & 0xff) !== busy && !indexNotReady.includes(code)) throw error;
      await pause(wait);
    }
  }
}

function readOnce({ url, identity }: Opening, path: string, read: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(new URL(url), { readOnly: true, timeout: wait });
  try {
    // Expressions inside a file that we did not make must not reach functions with side effects.
    database.exec('pragma trusted_schema = off; begin');
    database.prepare('select 1 from main.sqlite_master limit 1').get();
    // SQLite opens by name: whoever may write to the folder can put a link there after the look at the file.
    if (identity !== undefined && !isOpen(identity)) throw replaced(path);
    read(database);
  } finally {
    database.close();
  }
}
