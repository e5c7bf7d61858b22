/** Opens the store's file and brings its schema up to date. */
import { Kysely } from 'kysely';
import { type Migration, migrate } from '../sql/migrate.ts';
import type { Database, Tables } from '../sql/tables.ts';
import { nodeSqliteDialect } from './adapter.ts';
import { openDatabase } from './open-database.ts';

/** @param path an absolute path, or `:memory:` */
export async function openMigrated(path: string, migrations: readonly Migration[], now: number): Promise<Database> {
  const { database, close } = await openDatabase(path);
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database, close) });
  try {
    await migrate(db, migrations, now, path);
    return db;
  } catch (error) {
    // Kysely closes only what it has used.
    close();
    throw error;
  }
}
