import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Generated, Kysely, sql } from '#kysely';
import { nodeSqliteDialect } from './adapter.ts';

interface Tables {
  notes: { key: Generated<number>; text: string | null };
}

let database: DatabaseSync;
let db: Kysely<Tables>;
beforeEach(() => {
  database = new DatabaseSync(':memory:');
  database.exec('create table notes (key integer primary key, text text)');
  db = new Kysely({ dialect: nodeSqliteDialect(database) });
});

const texts = async () =>
  (await db.selectFrom('notes').select('text').orderBy('key').execute()).map(({ text }) => text);

describe("Kysely over Node's SQLite", () => {
  it('reads rows, also those of a writing statement, and counts what was written', async () => {
    const added = await db
      .insertInto('notes')
      .values([{ text: 'a' }, { text: null }])
      .returningAll()
      .execute();
    expect(added).toEqual([
      { key: 1, text: 'a' },
      { key: 2, text: null },
    ]);
    const changed = await db.updateTable('notes').set({ text: 'b' }).executeTakeFirst();
    expect(changed.numUpdatedRows).toBe(2n);
    expect((await db.insertInto('notes').values({ text: 'c' }).executeTakeFirst()).insertId).toBe(3n);
    expect(await texts()).toEqual(['b', 'b', 'c']);
  });

  it('streams rows', async () => {
    await db
      .insertInto('notes')
      .values([{ text: 'a' }, { text: 'b' }])
      .execute();
    const read = [];
    for await (const { text } of db.selectFrom('notes').select('text').stream()) read.push(text);
    expect(read).toEqual(['a', 'b']);
  });

  it('keeps a transaction wholly or not at all', async () => {
    const failing = db.transaction().execute(async (trx) => {
      await trx.insertInto('notes').values({ text: 'lost' }).execute();
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await texts()).toEqual([]);
  });

  it('tells the first error where SQLite has rolled back by itself', async () => {
    const full = db.transaction().execute(async (trx) => {
      await trx.insertInto('notes').values({ text: 'lost' }).execute();
      await sql`insert or rollback into notes (key) values (1)`.execute(trx);
    });
    await expect(full).rejects.toThrow('UNIQUE constraint failed: notes.key');
    await db.transaction().execute((trx) => trx.insertInto('notes').values({ text: 'kept' }).execute());
    expect(await texts()).toEqual(['kept']);
  });

  it('goes on after more different statements than it keeps prepared', async () => {
    for (let index = 0; index < 450; index++) {
      const { rows } = await sql<{ value: number }>`select ${sql.raw(String(index))} as value`.execute(db);
      expect(rows).toEqual([{ value: index }]);
    }
  });

  it('closes the database when it is destroyed', async () => {
    await texts();
    await db.destroy();
    expect(database.isOpen).toBe(false);
  });
});
