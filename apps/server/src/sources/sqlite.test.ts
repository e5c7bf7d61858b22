import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sqliteEngine } from './sqlite.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'roma-fdi-sqlite-'));
  mkdirSync(join(folder, 'root'));
  for (const name of ['root/shop.db', 'secret.db']) {
    const database = new DatabaseSync(join(folder, name));
    database.exec('create table orders (id integer primary key)');
    database.close();
  }
  symlinkSync(join(folder, 'secret.db'), join(folder, 'root', 'link.db'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const engine = () => sqliteEngine(join(folder, 'root'), async () => false);
const limits = { maxTables: 10, signal: new AbortController().signal };

it('takes a file below its folder, and one that may come later', async () => {
  expect(await engine().refusal({ database_name: 'shop.db' })).toBeUndefined();
  expect(await engine().refusal({ database_name: 'later/shop.db' })).toBeUndefined();
});

it.each(['../secret.db', '/etc/passwd', 'a/../../secret.db', 'file:shop.db', 'link.db', 'shop.db\0'])(
  'refuses %j and does not name the folder',
  async (name) => {
    const refusal = await engine().refusal({ database_name: name });
    expect(refusal?.parameter).toBe('content.database_name');
    expect(refusal?.why).not.toContain(folder);
    await expect(engine().read({ database_name: name }, limits)).rejects.toThrow();
  },
);

it('asks for the name, and for the folder', async () => {
  expect(await engine().refusal({})).toEqual({ parameter: 'content.database_name', why: 'SQLITE needs it.' });
  const closed = sqliteEngine(undefined, async () => false);
  expect((await closed.refusal({ database_name: 'shop.db' }))?.why).toContain('ROMA_FDI_SQLITE_ROOT');
  await expect(closed.read({ database_name: 'shop.db' }, limits)).rejects.toMatchObject({ kind: 'unreadable' });
});

it('reads the tables of the file', async () => {
  const { tables } = await engine().read({ database_name: 'shop.db' }, limits);
  expect(tables.map(({ name }) => name)).toEqual(['orders']);
});

it('takes the own database of the server neither when it is registered nor when it is read', async () => {
  const own = sqliteEngine(join(folder, 'root'), async (path) => path === join(folder, 'root', 'shop.db'));
  expect(await own.refusal({ database_name: 'shop.db' })).toEqual({
    parameter: 'content.database_name',
    why: "it is this server's own database.",
  });
  await expect(own.read({ database_name: 'shop.db' }, limits)).rejects.toThrow("this server's own database");
  expect(await own.refusal({ database_name: 'other.db' })).toBeUndefined();
});
