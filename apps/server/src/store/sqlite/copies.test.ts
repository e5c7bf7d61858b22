import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '#kysely';
import type { Migration } from '../sql/migrate.ts';
import { copiesOf } from './copies.ts';
import { openMigrated } from './open-migrated.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roma-fdi-copies-'));
  path = join(folder, 'store.db');
});
afterEach(() => rm(folder, { recursive: true }));

const step = (number: number): Migration => ({
  name: `step ${number}`,
  statements: [`create table t${number} (x)`, `insert into t${number} values (${number})`],
});
const steps = (count: number) => Array.from({ length: count }, (_, index) => step(index + 1));

/** Opens the store with so many steps, and closes it; gives the copy that was made. */
async function bringTo(count: number): Promise<string | undefined> {
  const { db, copy } = await openMigrated(path, steps(count), 1000);
  await db.destroy();
  return copy;
}

const tablesOf = (file: string) => {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare("select name from sqlite_schema where name like 't%' order by name").all();
  database.close();
  return rows.map(({ name }) => name);
};

describe('a migration', () => {
  it('is preceded by a private copy of the file, named after its schema, which the server of before opens', async () => {
    await bringTo(1);
    const copy = join(folder, 'store.db.schema-1');
    expect(await bringTo(2)).toBe(copy);
    expect((await readdir(folder)).sort()).toEqual(['store.db', 'store.db.schema-1']);
    expect((await stat(copy)).mode & 0o777).toBe(0o600);
    expect(tablesOf(copy)).toEqual(['t1']);
    expect(tablesOf(path)).toEqual(['t1', 't2']);

    path = copy;
    const { db } = await openMigrated(path, steps(1), 1000);
    expect((await sql<{ x: number }>`select x from t1`.execute(db)).rows).toEqual([{ x: 1 }]);
    await db.destroy();
  });

  it('makes no copy of what is new, of what stays as it is, and of what lies in memory', async () => {
    expect(await bringTo(1)).toBeUndefined();
    expect(await bringTo(1)).toBeUndefined();
    expect(await readdir(folder)).toEqual(['store.db']);
    path = ':memory:';
    expect(await bringTo(2)).toBeUndefined();
  });

  it('keeps the last three copies, and one for each schema', async () => {
    await writeFile(`${path}.schema-1`, 'of an earlier attempt');
    await writeFile(`${path}.schema-1.part`, 'of a killed process');
    await writeFile(`${path}.schema-old`, "somebody's own");
    for (let count = 1; count <= 11; count++) await bringTo(count);
    expect(copiesOf(path)).toEqual([10, 9, 8].map((version) => `${path}.schema-${version}`));
    expect((await readdir(folder)).sort()).toEqual([
      'store.db',
      'store.db.schema-10',
      'store.db.schema-8',
      'store.db.schema-9',
      'store.db.schema-old',
    ]);
    expect(tablesOf(`${path}.schema-8`)).toHaveLength(8);
  });

  it('does not begin where the copy cannot be made', async () => {
    await bringTo(1);
    // A folder of that name cannot be replaced by a file.
    await mkdir(`${path}.schema-1`);
    await expect(bringTo(2)).rejects.toMatchObject({
      kind: 'no-access',
      message: expect.stringContaining(`${path} cannot be copied to ${path}.schema-1`),
    });
    expect(tablesOf(path)).toEqual(['t1']);
    expect(await readdir(folder)).not.toContain('store.db.schema-1.part');
  });
});
