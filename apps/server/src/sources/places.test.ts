import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAllowList } from './allow-list.ts';
import type { IsOwnFile } from './own-files.ts';
import { createPlaces } from './places.ts';

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'roma-fdi-sqlite-')));
  mkdirSync(join(folder, 'root'));
  for (const name of ['root/shop.db', 'secret.db']) {
    const database = new DatabaseSync(join(folder, name));
    database.exec('create table orders (id integer primary key)');
    database.close();
  }
  symlinkSync(join(folder, 'secret.db'), join(folder, 'root', 'link.db'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const signal = new AbortController().signal;
const allowed = createAllowList(['10.0.0.9:5432']);
const placesOf = (isOwnFile: IsOwnFile = async () => false, root: string | undefined = join(folder, 'root')) =>
  createPlaces({ root, isOwnFile, allowed });

it('takes a file below its folder, and one that may come later', async () => {
  expect(await placesOf().refusal({ file: 'shop.db' })).toBeUndefined();
  expect(await placesOf().refusal({ file: 'later/shop.db' })).toBeUndefined();
});

it.each(['../secret.db', '/etc/passwd', 'a/../../secret.db', 'file:shop.db', 'link.db', 'shop.db\0'])(
  'refuses %j and does not name the folder',
  async (file) => {
    const refusal = await placesOf().refusal({ file });
    expect(refusal?.parameter).toBe('content.database_name');
    expect(refusal?.why).not.toContain(folder);
    await expect(placesOf().lend({ file }, signal)).rejects.toThrow();
  },
);

it('asks for the folder', async () => {
  const closed = createPlaces({ root: undefined, isOwnFile: async () => false, allowed });
  expect(closed.closed('file')?.why).toContain('ROMA_FDI_SQLITE_ROOT');
  expect(closed.closed('server')).toBeUndefined();
  expect(placesOf().closed('file')).toBeUndefined();
  await expect(closed.lend({ file: 'shop.db' }, signal)).rejects.toMatchObject({ kind: 'unreadable' });
});

it('lends the real path of a file, and the addresses of a server that is allowed', async () => {
  expect(await placesOf().lend({ file: './shop.db' }, signal)).toEqual({ path: join(folder, 'root', 'shop.db') });
  const server = { host: '10.0.0.9', port: 5432 };
  expect(await placesOf().lend(server, signal)).toEqual({ addresses: ['10.0.0.9'], port: 5432 });
  await expect(placesOf().lend({ ...server, port: 22 }, signal)).rejects.toMatchObject({ kind: 'not-allowed' });
  expect(await placesOf().refusal({ ...server, port: 22 })).toBeUndefined();
});

it('lends nothing when the time is over, though the file system hangs', async () => {
  const hanging = placesOf(() => new Promise(() => {}));
  await expect(hanging.lend({ file: 'shop.db' }, AbortSignal.timeout(10))).rejects.toMatchObject({
    name: 'TimeoutError',
  });
});

it('takes the own database of the server neither when it is registered nor when it is read', async () => {
  const own = placesOf(async (path) => path === join(folder, 'root', 'shop.db'));
  expect(await own.refusal({ file: 'shop.db' })).toEqual({
    parameter: 'content.database_name',
    why: "it is this server's own database.",
  });
  await expect(own.lend({ file: 'shop.db' }, signal)).rejects.toThrow("this server's own database");
  expect(await own.refusal({ file: 'other.db' })).toBeUndefined();
});
