import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../store-error.ts';
import { callFailure, isBusy, openingFailure } from './failures.ts';

/** What Node throws for a result code of SQLite. */
const sqliteError = (errcode: number) => Object.assign(new Error('driver text'), { code: 'ERR_SQLITE_ERROR', errcode });

/** What SQLite itself throws when a database may not grow. */
function fullDatabase(): unknown {
  const database = new DatabaseSync(':memory:');
  try {
    database.exec('create table t (x); pragma max_page_count = 2; insert into t values (zeroblob(100000))');
  } catch (error) {
    return error;
  } finally {
    database.close();
  }
  throw new Error('The database was not full.');
}

describe('failures', () => {
  it('of a full disk say so', () => {
    const failure = callFailure(fullDatabase(), '/data/store.db', 'initTask');
    expect(failure).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('/data/store.db is full') });
  });

  it.each([
    [3, 'unavailable'],
    [5, 'unavailable'],
    [7, 'unavailable'],
    [8, 'unavailable'],
    [10 | (3 << 8), 'unavailable'],
    [11, 'damaged'],
    [14, 'unavailable'],
    [19 | (8 << 8), 'failed'],
    [26, 'damaged'],
  ])('with the result code %i in a call are of the kind %s', (errcode, kind) => {
    expect(callFailure(sqliteError(errcode), '/data/store.db', 'initTask')).toMatchObject({ kind });
  });

  it.each([
    [5 | (2 << 8), 'in-use'],
    [11, 'damaged'],
    [14, 'no-access'],
    [26, 'not-a-database'],
  ])('with the result code %i while opening are of the kind %s', (errcode, kind) => {
    expect(openingFailure(sqliteError(errcode), '/data/store.db')).toMatchObject({ kind });
  });

  it('carry what the driver said in their cause alone', () => {
    for (const failure of [callFailure, openingFailure]) {
      const cause = sqliteError(10);
      const error = failure(cause, '/data/store.db', 'initTask');
      expect(error.message).not.toContain('driver text');
      expect(error.cause).toBe(cause);
    }
  });

  it('that are told already are passed on', () => {
    const told = new StoreError('foreign', 'Told.');
    expect(openingFailure(told, '/data/store.db')).toBe(told);
  });

  it('know a lock of somebody else from everything else', () => {
    expect([sqliteError(5), sqliteError(5 | (1 << 8)), sqliteError(10), new Error('5'), 5].map(isBusy)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
