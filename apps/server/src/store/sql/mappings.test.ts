/** What keeps the reading of a pair's first mappings fast. */
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { type CompiledQuery, Kysely, sql } from '#kysely';
import { nodeSqliteDialect } from '../sqlite/adapter.ts';
import { migrations } from '../sqlite/migrations.ts';
import { firstMappings } from './mappings.ts';
import { largeBytes } from './row-sizes.ts';
import type { Tables } from './tables.ts';

test('whether a pair has a large mapping is looked up in the index of them, and no text is measured', async () => {
  const queries: CompiledQuery[] = [];
  const dialect = nodeSqliteDialect(new DatabaseSync(':memory:'));
  const db = new Kysely<Tables>({ dialect, log: ({ query }) => void queries.push(query) });
  for (const { statements } of migrations) for (const statement of statements) await sql.raw(statement).execute(db);
  const plan = async (statement: string): Promise<string> => {
    const parameters = [1, 1, 10];
    const explain = { ...sql.raw(`explain query plan ${statement}`).compile(db), parameters };
    const { rows } = await db.executeQuery<{ detail: string }>(explain);
    return rows.map(({ detail }) => detail).join('\n');
  };
  queries.length = 0;
  await firstMappings(db, 1, 10);
  const statement = queries[0]?.sql ?? '';
  expect(await plan(statement)).toContain('large_mappings');
  // Another number is not the index's.
  expect(await plan(statement.replace(String(largeBytes), String(largeBytes - 1)))).not.toContain('large_mappings');
  await db.destroy();
});
