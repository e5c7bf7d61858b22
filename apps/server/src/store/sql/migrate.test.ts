import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Kysely, sql } from '#kysely';
import { nodeSqliteDialect } from '../sqlite/adapter.ts';
import { type Migration, migrate } from './migrate.ts';

const first: Migration = { name: 'first', statements: ['create table a (x integer)', 'create table b (x integer)'] };
const second: Migration = { name: 'second', statements: ['create table c (x integer)'] };

let db: Kysely<object>;
beforeEach(() => {
  db = new Kysely({ dialect: nodeSqliteDialect(new DatabaseSync(':memory:')) });
});
afterEach(() => db.destroy());

const bring = (...steps: Migration[]) => migrate(db, steps, 1000, 'test.db');
const tables = async () => {
  const { rows } = await sql<{
    name: string;
  }>`select name from sqlite_schema where type = 'table' order by name`.execute(db);
  return rows.map(({ name }) => name);
};

describe('migrating', () => {
  it('applies what is missing, once', async () => {
    await bring(first);
    expect(await tables()).toEqual(['a', 'b', 'schema_versions']);
    await bring(first, second);
    await bring(first, second);
    expect(await tables()).toEqual(['a', 'b', 'c', 'schema_versions']);
  });

  it('applies all steps or none', async () => {
    await expect(bring(first, { name: 'broken', statements: ['create table a (y integer)'] })).rejects.toThrow();
    expect(await tables()).toEqual([]);
    await bring(first, second);
    expect(await tables()).toContain('c');
  });

  it('refuses a schema with more steps than this server knows, and says what to do', async () => {
    await bring(first, second);
    await expect(bring(first)).rejects.toMatchObject({
      kind: 'newer-schema',
      message: expect.stringMatching(/^The store test\.db was written by a newer server: .* Start the newer server/),
    });
  });

  it.each([
    ['a changed statement', { ...first, statements: ['create table a (x text)'] }],
    ['one statement less', { ...first, statements: first.statements.slice(1) }],
    ['a changed name', { ...first, name: 'renamed' }],
  ])('refuses a recorded step with %s, and changes nothing', async (_, edited) => {
    await bring(first);
    await expect(bring(edited, second)).rejects.toMatchObject({
      kind: 'edited-schema',
      message: expect.stringContaining('Schema step 1 of the store test.db is "first"'),
    });
    expect(await tables()).not.toContain('c');
  });
});
