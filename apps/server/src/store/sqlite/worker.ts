/** The store's thread: owns the database and carries out one call after another, each in a transaction. */
import { parentPort, workerData } from 'node:worker_threads';
import { calls } from '../sql/calls.ts';
import type { Database, Work } from '../sql/tables.ts';
import type { CallName } from '../store.ts';
import { callFailure, openingFailure } from './failures.ts';
import { type Answer, type Call, type Request, toFailure, type WorkerSettings } from './messages.ts';
import { migrations } from './migrations.ts';
import { openMigrated } from './open-migrated.ts';

const { path, now } = workerData as WorkerSettings;
const answer = (message: Answer) => parentPort?.postMessage(message);

try {
  const { db, copy } = await openMigrated(path, migrations, now);
  serve(db);
  answer({ ready: Object.keys(calls) as CallName[], copy });
} catch (error) {
  answer({ unopened: toFailure(openingFailure(error, path)) });
}

function serve(db: Database): void {
  let last: Promise<void> = Promise.resolve();
  parentPort?.on('message', (request: Request) => {
    // SQLite has one connection: a call waits until the one before it has committed.
    last = last.then(() => (request === 'close' ? close(db) : carryOut(db, request)));
  });
}

async function carryOut(database: Database, { call, name, input, now }: Call): Promise<void> {
  const run = calls[name] as (work: Work, input: unknown) => Promise<unknown>;
  try {
    answer({ call, result: await database.transaction().execute((db) => run({ db, now }, input)) });
  } catch (error) {
    answer({ call, failure: toFailure(callFailure(error, path, name)) });
  }
}

/** Closing the database also folds its write-ahead log into the file and deletes it. */
async function close(db: Database): Promise<void> {
  await db.destroy();
  parentPort?.close();
}
