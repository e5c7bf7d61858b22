/** Opens the store's file and brings its schema up to date. */
import type { DatabaseSync } from 'node:sqlite';
import { Kysely } from '#kysely';
import { type Migration, migrate } from '../sql/migrate.ts';
import type { Database, Tables } from '../sql/tables.ts';
import { nodeSqliteDialect } from './adapter.ts';
import { copyBeforeMigration } from './copies.ts';
import { openDatabase } from './open-database.ts';

export interface OpenMigrated {
  readonly db: Database;
  /** The same, below Kysely. */
  readonly database: DatabaseSync;
  /** How many statements that may write have been run through `db`. */
  writes(): number;
  /** Where the copy lies that was made before the schema was changed; undefined where nothing was changed. */
  readonly copy: string | undefined;
}

/** @param path an absolute path, or `:memory:` */
export async function openMigrated(path: string, migrations: readonly Migration[], now: number): Promise<OpenMigrated> {
  const { database, close } = await openDatabase(path);
  let writes = 0;
  const onWrite = (): void => {
    writes++;
  };
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database, { close, onWrite }) });
  try {
    const version = schemaVersion(database);
    const grows = version > 0 && version < migrations.length;
    const copy = grows ? copyBeforeMigration(database, path, version) : undefined;
    await migrate(db, migrations, now, path);
    return { db, database, writes: () => writes, copy };
  } catch (error) {
    // Kysely closes only what it has used.
    close();
    throw error;
  }
}

/** How many steps of the schema the file has. */
function schemaVersion(database: DatabaseSync): number {
  const isNew = database.prepare("select 1 from sqlite_schema where name = 'schema_versions'").get() === undefined;
  return isNew ? 0 : Number(database.prepare('select count(*) as steps from schema_versions').get()?.['steps']);
}
