import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from './open-database.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roma-fdi-open-'));
  path = join(folder, 'store.db');
});
afterEach(() => rm(folder, { recursive: true }));

const setting = (database: DatabaseSync, name: string) =>
  Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0];

describe('opening the database', () => {
  it('sets what the store promises: a write-ahead log, full synchronisation, one owner, foreign keys', async () => {
    const { database, close } = await openDatabase(path);
    expect(setting(database, 'journal_mode')).toBe('wal');
    expect(setting(database, 'synchronous')).toBe(2);
    expect(setting(database, 'locking_mode')).toBe('exclusive');
    expect(setting(database, 'foreign_keys')).toBe(1);
    close();
    expect(await readdir(folder)).toEqual(['store.db']);
  });

  it('refuses a second opener by name, before and after the first has written', async () => {
    const { database, close } = await openDatabase(path);
    const inUse = {
      kind: 'in-use',
      message: expect.stringContaining(`${path} is in use by another server. Stop that`),
    };
    await expect(openDatabase(path)).rejects.toMatchObject(inUse);
    database.exec('create table t (x)');
    await expect(openDatabase(path)).rejects.toMatchObject(inUse);
    close();
    (await openDatabase(path)).close();
  });

  it('lets exactly one of several have the file when they start at the same moment', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => openDatabase(path)));
    const opened = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    expect(opened).toHaveLength(1);
    opened[0]?.value.close();
  });

  it('leaves the database of another program as it is', async () => {
    const foreign = new DatabaseSync(path);
    foreign.exec('create table customers (id integer)');
    foreign.close();
    const before = await readFile(path);
    await expect(openDatabase(path)).rejects.toMatchObject({ kind: 'foreign' });
    expect(await readFile(path)).toEqual(before);
    expect(await readdir(folder)).toEqual(['store.db']);
  });

  it('knows an empty database of another program by its mark', async () => {
    const foreign = new DatabaseSync(path);
    foreign.exec('pragma application_id = 7');
    foreign.close();
    await expect(openDatabase(path)).rejects.toMatchObject({ kind: 'foreign' });
  });

  it('refuses a file that holds something else', async () => {
    await writeFile(path, 'a letter to a friend, '.repeat(100));
    await expect(openDatabase(path)).rejects.toMatchObject({
      kind: 'not-a-database',
      message: expect.stringContaining(`${path} is not a database`),
      cause: expect.objectContaining({ code: 'ERR_SQLITE_ERROR' }),
    });
  });

  it('takes an empty file for a new store', async () => {
    await writeFile(path, '');
    (await openDatabase(path)).close();
  });

  it('refuses a place that cannot be opened', async () => {
    await expect(openDatabase(join(folder, 'missing', 'store.db'))).rejects.toMatchObject({ kind: 'no-access' });
  });
});
