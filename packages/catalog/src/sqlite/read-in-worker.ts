/** Runs the reading of one opened file in a thread of its own and gathers what it finds. */
import { basename, extname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { CatalogTable } from '../catalog.ts';
import { CatalogError, quoted, TooManyTablesError, tooSlow } from '../catalog-error.ts';
import { replaced } from './opening.ts';
import type { WorkerAnswer, WorkerTask } from './worker.ts';

const WORKER = new URL(`./worker${extname(import.meta.filename)}`, import.meta.url);

/**
 * All tables of the database behind `task.url`; the thread has ended by then and the file is closed.
 * @param path of the file whose name messages use
 */
export async function readInWorker(task: WorkerTask, path: string, signal: AbortSignal): Promise<CatalogTable[]> {
  const tables: CatalogTable[] = [];
  for (const batch of await readBatches(task, path, signal)) {
    tables.push(...(JSON.parse(batch) as CatalogTable[]));
    // Others get their turn between two batches.
    await setImmediate();
  }
  return tables;
}

function readBatches(task: WorkerTask, path: string, signal: AbortSignal): Promise<string[]> {
  const name = quoted(basename(path));
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: task });
    const batches: string[] = [];
    let complete = false;
    let failure: CatalogError | undefined;
    const stop = () => {
      failure ??= tooSlow(name, signal.reason);
      void worker.terminate();
    };
    worker.on('message', (answer: WorkerAnswer) => {
      if ('tooMany' in answer) failure = new TooManyTablesError(answer.tooMany, task.maxTables);
      else if ('replaced' in answer) failure = replaced(path);
      else if ('failed' in answer) failure = sqliteError(answer.code, answer.failed, name);
      else {
        batches.push(answer.tables);
        complete = answer.last;
      }
    });
    worker.on('error', (error) => {
      failure ??= sqliteError(0, error, name);
    });
    worker.on('exit', () => {
      signal.removeEventListener('abort', stop);
      if (complete && !failure) resolve(batches);
      else reject(failure ?? sqliteError(0, undefined, name));
    });
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

/** SQLite's result codes that people can do something about; the extended code of a rollback carries more than its lowest byte. */
const CORRUPT = 11;
const NOT_A_DATABASE = 26;
const ROLLBACK_NEEDED = 776;

function sqliteError(code: number, cause: unknown, name: string): CatalogError {
  if (code === ROLLBACK_NEEDED) {
    return new CatalogError(
      'unreadable',
      `${name} was left in the middle of a write: open it once with the program it belongs to, then try again.`,
      cause,
    );
  }
  switch (code & 0xff) {
    case NOT_A_DATABASE:
      return new CatalogError('not-a-database', `${name} is not an SQLite database, or is encrypted.`, cause);
    case CORRUPT:
      return new CatalogError('unreadable', `${name} is damaged.`, cause);
    default:
      return new CatalogError('unreadable', `${name} could not be read as an SQLite database.`, cause);
  }
}
