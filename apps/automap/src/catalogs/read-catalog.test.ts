import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeShop } from '../../test/shop.ts';
import { CatalogFileError, readCatalog } from './read-catalog.ts';

const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-catalog-'));
afterAll(() => rmSync(folder, { recursive: true }));
const [shop] = makeShop(folder);

function file(name: string, text: string | Uint8Array): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

test('reads a catalog file, with or without an object around its tables', async () => {
  const tables = [{ name: 't', columns: [{ name: 'c' }] }];
  expect(await readCatalog(file('a.json', JSON.stringify({ dialect: 'mysql', tables })))).toEqual({ tables });
  expect(await readCatalog(file('b.json', JSON.stringify(tables)))).toEqual({ tables });
});

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

test.each([
  ['UTF-8 with a byte order mark and CRLF', Buffer.from('\u{feff}[\r\n{"name":"é😀",\r\n"columns":[]}]\r\n')],
  ['UTF-16 as PowerShell writes it', Buffer.from('\u{feff}[{"name":"é😀","columns":[]}]\r\n', 'utf16le')],
  ['UTF-16 with the high byte first', utf16be('\u{feff}[{"name":"é😀","columns":[]}]')],
  ['UTF-16 without a mark', Buffer.from('[{"name":"é😀","columns":[]}]', 'utf16le')],
])('reads a catalog file in %s', async (_, bytes) => {
  expect(await readCatalog(file('encoded.json', bytes))).toEqual({ tables: [{ name: 'é😀', columns: [] }] });
});

test.each([
  ['in Latin-1', Buffer.from('[{"name":"caf\u{e9}","columns":[]}]', 'latin1'), 'is neither text in UTF-8 or UTF-16'],
  ['cut in the middle of UTF-16', Buffer.from('\u{feff}[]', 'utf16le').subarray(0, 5), 'is neither text in UTF-8'],
  [
    'that ends early',
    Buffer.from('[\n{"name": "t",\n'),
    'is neither JSON, as of line 3, column 1, nor an SQLite database',
  ],
  ['nested without an end', Buffer.from('['.repeat(300_000)), 'is neither JSON'],
  [
    'nested too deep',
    Buffer.from(`${'['.repeat(300_000)}${']'.repeat(300_000)}`),
    'is no catalog: [0] must be an object.',
  ],
  [
    'with a schema that is a number',
    Buffer.from('{"tables":[{"schema":5,"name":"a","columns":[]}]}'),
    'tables[0].schema',
  ],
])('refuses a file %s, by its place', async (_, bytes, why) => {
  const broken = readCatalog(file('broken.json', bytes));
  await expect(broken).rejects.toThrow(CatalogFileError);
  await expect(broken).rejects.toThrow(why);
});

test('reads an SQLite database by its content, whatever its name', async () => {
  const { tables } = await readCatalog(shop);
  expect(tables.map(({ name }) => name)).toContain('orders');
});

test('counts a path from where the caller stands, also of a database, and follows links', async () => {
  const link = join(folder, 'link.db');
  symlinkSync(shop, link);
  for (const path of [relative(process.cwd(), shop), link])
    expect((await readCatalog(path)).tables.length).toBeGreaterThan(9);
});

test.each([
  ['no JSON', 'neither JSON nor an SQLite database', 'x'],
  ['another form', 'is no catalog', '{"tables":{}}'],
  ['a table without columns', 'is no catalog', '[{"name":"t"}]'],
  ['nothing', 'is no catalog', 'null'],
  ['no byte', 'is empty', ''],
])('refuses a file with %s and says why', async (_, why, text) => {
  const broken = readCatalog(file('broken.json', text));
  await expect(broken).rejects.toThrow(CatalogFileError);
  await expect(broken).rejects.toThrow(why);
});

test('says that a file is missing, is a folder, or is none, for which it does not wait', async () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  await expect(readCatalog(pipe)).rejects.toThrow('is a pipe or a device');
  await expect(readCatalog(folder)).rejects.toThrow('is a folder');
  await expect(readCatalog('/nowhere.json')).rejects.toThrow('/nowhere.json does not exist');
});

test('says that no server answers, without the password', async () => {
  const error = await readCatalog('postgres://user:s3cret@127.0.0.1:1/db').catch((reason: Error) => reason);
  expect(error).toBeInstanceOf(CatalogFileError);
  expect(String(error)).not.toContain('s3cret');
});

test.each(['postgres://user:s3cret@127.0.0.1:99999/db', 'postgres://user:s3cret%@127.0.0.1/db'])(
  'says that a connection string is malformed, without repeating it',
  async (place) => {
    const error = await readCatalog(place).catch((reason: Error) => reason);
    expect(error).toBeInstanceOf(CatalogFileError);
    expect(String(error)).toContain('postgres://user:password@host:port/database');
    expect(String(error)).not.toContain('s3cret');
  },
);

test('a connection string of another kind is refused without being repeated', async () => {
  const error = await readCatalog('mysqlx://user:s3cret@127.0.0.1/db').catch((reason: Error) => reason);
  expect(error).toBeInstanceOf(CatalogFileError);
  expect(String(error)).toContain('postgres://, postgresql://, mysql://, and mariadb://, not with mysqlx://');
  expect(String(error)).not.toContain('s3cret');
});

test.each(['mysql', 'mariadb'])(
  'a %s:// server that cannot be reached is named without the password',
  async (scheme) => {
    const error = await readCatalog(`${scheme}://user:s3cret@127.0.0.1:1/db`).catch((reason: Error) => reason);
    expect(String(error)).toContain('could not be reached');
    expect(String(error)).not.toContain('s3cret');
  },
);

test.each([
  'jdbc:postgresql://user:PLANTED@h/db',
  'jdbc:mysql://h/db?user=u&password=PLANTED',
  'postgres:/user:PLANTED@h/db',
  'postgres:user:PLANTED@h/db',
  '//user:PLANTED@h/db',
  'user:PLANTED@h:5432/db',
  'host=h user=u password=PLANTED dbname=db',
  'Server=h;Uid=u;Pwd=PLANTED',
  'postgres%3A%2F%2Fuser%3APLANTED%40h%2Fdb',
  'User ID=u Password=PLANTED',
  '"postgres://user:PLANTED@h/db"',
  'user:PLANTED@h/\0',
])('%s, which is neither a file nor a connection string, is not repeated', async (place) => {
  const error = await readCatalog(place).catch((reason: Error) => reason);
  expect(error).toBeInstanceOf(CatalogFileError);
  expect(String(error)).toContain(
    'a connection string begins with postgres://, postgresql://, mysql://, and mariadb://',
  );
  expect(String(error)).not.toMatch(/PLANTED/);
});

test('a file whose name holds such signs is read all the same', async () => {
  const place = file('u:p@h=1.json', JSON.stringify([{ name: 't', columns: [{ name: 'c' }] }]));
  expect((await readCatalog(place)).tables).toHaveLength(1);
});

test('an SQLite file without a byte is an empty database', async () => {
  expect((await readCatalog(file('empty.db', ''))).tables).toEqual([]);
});
