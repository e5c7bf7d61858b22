/** The store's thread: owns the database and carries out one call after another, each in a transaction. */
import type { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { calls } from '../sql/calls.ts';
import type { Database, Work } from '../sql/tables.ts';
import type { CallName } from '../store.ts';
import { StoreError } from '../store-error.ts';
import { backUp } from './copies.ts';
import { callFailure, openingFailure } from './failures.ts';
import { type FileWatch, type Loss, watchFiles } from './file-watch.ts';
import { type Answer, type Backup, type Call, type Request, toFailure, type WorkerSettings } from './messages.ts';
import { migrations } from './migrations.ts';
import { type OpenMigrated, openMigrated } from './open-migrated.ts';

/** Milliseconds between two looks at the files while no call comes. */
const lookInterval = 250;

const { path, now } = workerData as WorkerSettings;
const answer = (message: Answer) => parentPort?.postMessage(message);

try {
  const { db, database, writes, copy } = await openMigrated(path, migrations, now);
  serve({ db, database, writes, files: path === ':memory:' ? undefined : watchFiles(database, path) });
  answer({ ready: Object.keys(calls) as CallName[], copy });
} catch (error) {
  answer({ unopened: toFailure(openingFailure(error, path)) });
}

interface Served extends Pick<OpenMigrated, 'db' | 'database' | 'writes'> {
  /** Undefined for a store in memory. */
  readonly files: FileWatch | undefined;
}

function serve({ db, database, writes, files }: Served): void {
  let last: Promise<void> = Promise.resolve();
  let ended = false;
  let looked = writes();
  /** After a call that wrote nothing there is nothing to acknowledge: the timer's look is soon enough, and reading stays fast. */
  const lookAfter = (succeeded: boolean): Loss | undefined => {
    if (looked === writes()) return undefined;
    looked = writes();
    return files?.lookAfter(succeeded);
  };
  // SQLite has one connection: a call waits until the one before it has committed.
  const queue = (work: () => Promise<void> | void): void => {
    last = last.then(() => (ended ? undefined : work()));
  };
  const end = async (loss: Loss | undefined): Promise<void> => {
    ended = true;
    clearInterval(timer);
    if (loss) answer({ lost: toFailure(loss.error) });
    const close = () => db.destroy();
    await (files ? files.close(close, loss) : close());
    parentPort?.close();
  };
  const timer = setInterval(() => {
    queue(() => {
      const loss = files?.look();
      return loss && end(loss);
    });
  }, lookInterval);
  parentPort?.on('message', (request: Request) => {
    queue(async () => {
      if (request === 'close') return end(files?.look());
      const done = 'backup' in request ? copyOut(database, request) : await carryOut(db, request);
      // What was written to a file that is gone is not acknowledged.
      const loss = lookAfter('result' in done);
      if (loss) return end(loss);
      answer(done);
      files?.foldIfLong();
    });
  });
}

function copyOut(database: DatabaseSync, { call }: Backup): Answer {
  try {
    if (path === ':memory:') throw new StoreError('no-access', 'A store in memory has no backup: give it a file.');
    return { call, result: backUp(database, path) };
  } catch (error) {
    return { call, failure: toFailure(error instanceof StoreError ? error : callFailure(error, path, 'a backup')) };
  }
}

async function carryOut(database: Database, { call, name, input, now }: Call): Promise<Answer> {
  const run = calls[name] as (work: Work, input: unknown) => Promise<unknown>;
  try {
    return { call, result: await database.transaction().execute((db) => run({ db, now }, input)) };
  } catch (error) {
    return { call, failure: toFailure(callFailure(error, path, name)) };
  }
}
