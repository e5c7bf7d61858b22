/** Opens the store's database file for this server alone. */
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { StoreError } from '../store-error.ts';
import { isBusy, openingFailure } from './failures.ts';
import { takeLock } from './file-lock.ts';

/** Marks a database file as a store of this server: the letters "roma". */
const applicationId = 0x726f6d61;

/** Servers that start at the same moment can block one another: then all step back, and try again at different times. */
const attempts = 5;
const longestPauseMs = 60;

/** Bounds the write-ahead log that a large write leaves behind, in bytes. */
const journalSizeLimit = 32 * 1024 * 1024;

export interface OpenDatabase {
  readonly database: DatabaseSync;
  /** Folds the write-ahead log into the file, deletes it, and lets go of the file. */
  close(): void;
}

/**
 * The file is held until it is closed, and the kernel lets go of it when the process dies.
 * @param path an absolute path, or `:memory:`
 * @throws {StoreError} kinds `in-use`, `not-a-database`, `foreign`, `damaged`, `no-access`
 */
export async function openDatabase(path: string): Promise<OpenDatabase> {
  for (let attempt = 1; ; attempt++) {
    try {
      return claim(path);
    } catch (error) {
      if (!isBusy(error) || attempt === attempts) throw openingFailure(error, path);
    }
    await delay(Math.random() * longestPauseMs);
  }
}

function claim(path: string): OpenDatabase {
  // First: merely closing a database that another server writes to would fold and delete that server's log.
  const lock = path === ':memory:' ? undefined : takeLock(path);
  try {
    const database = openExclusively(path);
    const close = () => {
      database.close();
      lock?.release();
    };
    return { database, close };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function openExclusively(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: true, defensive: true, timeout: 0 });
  try {
    database.exec('pragma locking_mode = exclusive; begin exclusive');
    // Before anything is changed: a wrong path in the configuration must not turn somebody's database into a store.
    takeOwnership(database, path);
    database.exec('commit');
    database.exec(
      `pragma journal_mode = wal; pragma synchronous = full; pragma journal_size_limit = ${journalSizeLimit}`,
    );
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function takeOwnership(database: DatabaseSync, path: string): void {
  const owner = database.prepare('pragma application_id').get()?.['application_id'];
  if (owner === applicationId) return;
  const isEmpty = database.prepare('select 1 from sqlite_schema limit 1').get() === undefined;
  if (owner !== 0 || !isEmpty) {
    throw new StoreError(
      'foreign',
      `The store ${path} is a database of another program. Name another file; this one was left as it is.`,
    );
  }
  database.exec(`pragma application_id = ${applicationId}`);
}
