/** A folder for SQLite databases that a test makes, and that goes when the test ends. */
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { type ReadCatalogOptions, readCatalog } from '../src/index.ts';

export function sqliteFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'roma-fdi-sqlite-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Reads a file by its real path. */
export const readSqlite = ({
  path,
  ...limits
}: { path: string } & Pick<ReadCatalogOptions, 'signal' | 'maxTables' | 'maxColumns'>) =>
  readCatalog({ type: 'SQLITE', settings: {}, place: { path }, ...limits });

/** A database file made by the given statements; `defensive: false` lets them write to the schema table. */
export function sqliteFile(sql: string, folder = sqliteFolder(), name = 'x.db'): string {
  const path = join(folder, name);
  const database = new DatabaseSync(path, { defensive: false });
  database.exec(sql);
  database.close();
  return path;
}

/** Each file's name and content, to be compared before and after. */
export function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );
}
