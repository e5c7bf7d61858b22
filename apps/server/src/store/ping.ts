/** Whether the database answers. */
import { sql } from 'kysely';
import type { Database } from './tables.ts';

export async function ping(db: Database, _: undefined): Promise<void> {
  await sql`select 1`.execute(db);
}
