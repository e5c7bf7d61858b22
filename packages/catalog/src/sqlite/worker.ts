/** The thread that reads one SQLite database, so that its synchronous calls block nobody and can be ended from outside. */
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { isOpen } from './open-files.ts';
import { countSqliteTables, readSqliteTables } from './read-tables.ts';

export interface WorkerTask {
  /** A `file:` URL with the way of opening in its query. */
  readonly url: string;
  /** Device and inode of the file that must be the one behind it; undefined where nobody else could have exchanged it. */
  readonly identity: string | undefined;
  readonly maxTables: number;
}

export type WorkerAnswer =
  /** JSON of an array of tables: quicker to write and to read than a structured clone. */
  | { readonly tables: string; readonly last: boolean }
  | { readonly tooMany: number }
  | { readonly replaced: true }
  | { readonly failed: unknown; readonly code: number };

/** Tables in one message: small enough that taking it in never holds the receiver up for long. */
const BATCH = 250;
/** Milliseconds in one wait for another process; SQLite cannot be interrupted while it waits. */
const WAIT = 100;
const BUSY = 5;
/** A log's index is not ready yet: READONLY_RECOVERY and READONLY_CANTINIT. */
const INDEX_NOT_READY = [264, 1288];

function answer(message: WorkerAnswer): void {
  parentPort?.postMessage(message);
}

function read({ url, identity, maxTables }: WorkerTask): void {
  const database = new DatabaseSync(new URL(url), { readOnly: true, timeout: WAIT });
  try {
    // Expressions inside a file that we did not make must not reach functions with side effects.
    database.exec('pragma trusted_schema = off; begin');
    const count = countSqliteTables(database);
    // SQLite opens by name: whoever may write to the folder can put a link there after the look at the file.
    if (identity !== undefined && !isOpen(identity)) {
      answer({ replaced: true });
      return;
    }
    if (count > maxTables) {
      answer({ tooMany: count });
      return;
    }
    const tables = readSqliteTables(database);
    for (let from = 0; from === 0 || from < tables.length; from += BATCH) {
      answer({ tables: JSON.stringify(tables.slice(from, from + BATCH)), last: from + BATCH >= tables.length });
    }
  } finally {
    database.close();
  }
}

/** What will pass is waited out: how long is the caller's to say, who ends this thread. */
function readWhenReady(task: WorkerTask): void {
  for (;;) {
    try {
      read(task);
      return;
    } catch (failed) {
      const code = Number((failed as { errcode?: unknown }).errcode ?? 0);
      if ((code & 0xff) !== BUSY && !INDEX_NOT_READY.includes(code)) {
        answer({ failed, code });
        return;
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT);
    }
  }
}

readWhenReady(workerData as WorkerTask);
