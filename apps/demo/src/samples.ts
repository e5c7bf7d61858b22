/** Makes the two sample databases, `shop` and `warehouse`, as SQLite files, and reads the mapping expected between them. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Correspondences } from './score.ts';

/** Where the samples' SQL lies: beside both `src` and `dist`. */
const samples = new URL('../samples/', import.meta.url);

/** Paths of the two database files. */
export interface SampleFiles {
  source: string;
  target: string;
}

export interface SampleOptions {
  /** Makes both databases anew, whatever is there. Default: false. */
  reset?: boolean;
}

/**
 * Makes `shop.db` and `warehouse.db` in `folder`, which is created where it is missing.
 *
 * A file that holds its sample in the present version stays as it is, rows added by hand included; any other file of that
 * name is replaced. A file appears whole or not at all, so a run that is cut short leaves no half-made database.
 *
 * @throws Error of node:fs or node:sqlite when the folder cannot be written.
 */
export function makeSamples(folder: string, { reset = false }: SampleOptions = {}): SampleFiles {
  mkdirSync(folder, { recursive: true });
  return { source: makeSample(folder, 'shop', reset), target: makeSample(folder, 'warehouse', reset) };
}

/** The mapping between the samples that was written by hand; see samples/README.md for its rules. */
export function expectedMapping(): Correspondences {
  return JSON.parse(readFileSync(new URL('expected.json', samples), 'utf8'));
}

function makeSample(folder: string, name: string, reset: boolean): string {
  const path = join(folder, `${name}.db`);
  const sql = readFileSync(new URL(`${name}.sql`, samples), 'utf8');
  const version = versionOf(sql);
  if (!reset && holds(path, version)) return path;

  // In the same folder, so that the rename stays within one file system.
  const scratch = mkdtempSync(join(folder, `.${name}-`));
  try {
    const fresh = join(scratch, 'fresh.db');
    const database = new DatabaseSync(fresh);
    try {
      database.exec(`BEGIN; ${sql} PRAGMA user_version = ${version}; COMMIT;`);
    } finally {
      database.close();
    }
    // What SQLite left beside an older file would be replayed into the new one.
    for (const suffix of ['-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
    renameSync(fresh, path);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return path;
}

/** Whether the file is a sound database made from SQL of this version. */
function holds(path: string, version: number): boolean {
  if (!existsSync(path)) return false;
  try {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      return (
        database.prepare('PRAGMA user_version').get()?.['user_version'] === version &&
        database.prepare('PRAGMA quick_check').get()?.['quick_check'] === 'ok'
      );
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}

/** A positive 31-bit number for SQLite's user_version that changes whenever the SQL does. */
function versionOf(sql: string): number {
  return createHash('sha256').update(sql).digest().readUInt32BE() >>> 1 || 1;
}
