import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Kysely, sql } from '#kysely';
import { nodeSqliteDialect } from '../sqlite/adapter.ts';
import { migrations } from '../sqlite/migrations.ts';
import { prepared } from './prepared.ts';
import type { Database, Tables } from './tables.ts';

let db: Database;
beforeEach(async () => {
  db = new Kysely<Tables>({ dialect: nodeSqliteDialect(new DatabaseSync(':memory:')) });
  for (const { statements } of migrations) for (const statement of statements) await sql.raw(statement).execute(db);
  const task = { project_id: 'p', instance_id: 'i', created: 1, modified: 2 };
  await db
    .insertInto('tasks')
    .values([
      { ...task, id: 'a' },
      { ...task, id: 'b', instance_id: 'j' },
      { ...task, id: 'c' },
    ])
    .execute();
});
afterEach(() => db.destroy());

describe('a prepared query', () => {
  it('runs with the values of each call, wherever and however often they stand in it, and keeps its own', async () => {
    let built = 0;
    const find = prepared((on: Database, input: { id: string; instance: string; limit: number }) => {
      built++;
      return on
        .selectFrom('tasks')
        .select('id')
        .where('project_id', '=', 'p')
        .where((where) => where.or([where('id', '=', input.id), where('instance_id', '=', input.instance)]))
        .where(sql<boolean>`${input.id} <> 'none'`)
        .orderBy('key')
        .limit(input.limit);
    });
    expect(await find(db, { id: 'b', instance: 'i', limit: 9 })).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
    expect(await find(db, { id: 'b', instance: 'none', limit: 9 })).toEqual([{ id: 'b' }]);
    expect(await find(db, { id: 'x', instance: 'i', limit: 1 })).toEqual([{ id: 'a' }]);
    expect(await find(db, { id: 'none', instance: 'i', limit: 9 })).toEqual([]);
    expect(built).toBe(1);
  });

  it('runs in the transaction that it is given', async () => {
    const all = prepared((on: Database, _: object) => on.selectFrom('tasks').select('id'));
    await all(db, {});
    const undone = db.transaction().execute(async (trx) => {
      await trx.deleteFrom('tasks').execute();
      expect(await all(trx, {})).toEqual([]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await all(db, {})).toHaveLength(3);
  });
});
