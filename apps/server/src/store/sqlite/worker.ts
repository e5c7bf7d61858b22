/** The store's thread: owns the database and carries out one call after another, each in a transaction. */
import { parentPort, workerData } from 'node:worker_threads';
import { Kysely } from 'kysely';
import { calls } from '../calls.ts';
import { migrate } from '../migrate.ts';
import type { Database, Tables } from '../tables.ts';
import { nodeSqliteDialect } from './adapter.ts';
import { callFailure, openingFailure } from './failures.ts';
import { type Answer, type Request, toFailure, type WorkerSettings } from './messages.ts';
import { migrations } from './migrations.ts';
import { openDatabase } from './open-database.ts';

const { path, now } = workerData as WorkerSettings;
const answer = (message: Answer) => parentPort?.postMessage(message);

try {
  serve(await openStoreDatabase());
  answer('ready');
} catch (error) {
  answer({ unopened: toFailure(openingFailure(error, path)) });
}

async function openStoreDatabase(): Promise<Database> {
  const { database, close } = await openDatabase(path);
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database, close) });
  try {
    await migrate(db, migrations, now, path);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

function serve(db: Database): void {
  let last: Promise<void> = Promise.resolve();
  parentPort?.on('message', (request: Request) => {
    // SQLite has one connection: a call waits until the one before it has committed.
    last = last.then(() => (request === 'close' ? close(db) : carryOut(db, request)));
  });
}

async function carryOut(db: Database, { call, name, input }: Exclude<Request, 'close'>): Promise<void> {
  const run = calls[name] as (db: Database, input: unknown) => Promise<unknown>;
  try {
    answer({ call, result: await db.transaction().execute((transaction) => run(transaction, input)) });
  } catch (error) {
    answer({ call, failure: toFailure(callFailure(error, path, name)) });
  }
}

/** Closing the database also folds its write-ahead log into the file and deletes it. */
async function close(db: Database): Promise<void> {
  await db.destroy();
  answer('closed');
  parentPort?.close();
}
