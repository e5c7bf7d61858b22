import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { Kysely, sql } from '#kysely';
import { dataSource, draft, proposal, proposalsFor } from '../../../test/store-samples.ts';
import { nodeSqliteDialect } from '../sqlite/adapter.ts';
import { migrations } from '../sqlite/migrations.ts';
import { createDataSource } from './data-sources.ts';
import { initTask } from './init-task.ts';
import type { Tables } from './tables.ts';

test('a stored init prepares no statement again', async () => {
  const database = new DatabaseSync(':memory:');
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database) });
  for (const { statements } of migrations) for (const statement of statements) await sql.raw(statement).execute(db);
  const pair = { source: 's1', target: 's2' };
  for (const id of Object.values(pair)) await createDataSource({ db, now: 1 }, dataSource(id));
  const init = { ...draft('task'), pair };
  await initTask({ db, now: 1 }, { ...init, proposals: [await proposalsFor(pair, [proposal('a')])] });
  let asked = 0;
  database.setAuthorizer(() => {
    asked++;
    return 0;
  });
  /** How often SQLite asks what a statement may do: it does while it prepares one. */
  const askedBy = async (run: () => Promise<unknown>): Promise<number> => {
    await run();
    asked = 0;
    await run();
    return asked;
  };
  expect(await askedBy(() => initTask({ db, now: 1 }, init))).toBe(0);
  expect(await askedBy(() => db.selectFrom('tasks').select('id').limit(1).execute())).toBeGreaterThan(0);
  await db.destroy();
});
