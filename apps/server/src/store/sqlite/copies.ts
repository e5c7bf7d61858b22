/** Copies of the store's file: backups, and those made before its schema is changed, on which the server that wrote it can be started. */
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../store-error.ts';

/** The newest copies are kept, the others deleted: each is as large as the store. */
const keptCopies = 3;

/** The copies of the store at `path`, the newest schema first. */
export function copiesOf(path: string): string[] {
  const folder = dirname(path);
  const prefix = `${basename(path)}.schema-`;
  const versions = readdirSync(folder)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
    .filter((version) => /^\d+$/.test(version));
  return versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(folder, prefix + version));
}

/**
 * Writes `PATH.schema-VERSION`, readable by its owner alone, in place of an earlier one of that version.
 * @returns where the copy lies
 * @throws {StoreError} `no-access` where it cannot be written; the store is as it was then
 */
export function copyBeforeMigration(database: DatabaseSync, path: string, version: number): string {
  const copy = `${path}.schema-${version}`;
  writeCopy(database, path, copy, ', which is done before its schema is changed');
  for (const old of copiesOf(path).slice(keptCopies)) rmSync(old);
  return copy;
}

/**
 * Writes `PATH.backup`, readable by its owner alone, in place of an earlier one: the whole store as of now, in one file.
 * @returns where it lies
 * @throws {StoreError} `no-access` where it cannot be written; an earlier one is as it was then
 */
export function backUp(database: DatabaseSync, path: string): string {
  const copy = backupOf(path);
  writeCopy(database, path, copy, '');
  return copy;
}

/** Where the backup of the store at `path` lies. */
export const backupOf = (path: string): string => `${path}.backup`;

/** Appears whole or not at all. */
function writeCopy(database: DatabaseSync, path: string, copy: string, occasion: string): void {
  const part = `${copy}.part`;
  try {
    rmSync(part, { force: true });
    // SQLite fills an empty file and leaves its mode.
    closeSync(openSync(part, 'wx', 0o600));
    database.prepare('vacuum into ?').run(part);
    synchronise(part);
    renameSync(part, copy);
    synchronise(dirname(path));
  } catch (cause) {
    rmSync(part, { force: true });
    throw new StoreError(
      'no-access',
      `The store ${path} cannot be copied to ${copy}${occasion}. Check the permissions of the folder and the space left; the store was left as it was.`,
      { cause },
    );
  }
}

/** SQLite does not synchronise what it writes by `vacuum into`. */
function synchronise(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
