import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSqlite, sqliteFile, sqliteFolder } from '../../../../packages/databases/test/sqlite-folder.ts';
import { resolvePath } from './resolve-path.ts';

const { signal } = new AbortController();

/** A folder `root` with a database and one beside it that must stay out of reach. */
function site() {
  const outer = sqliteFolder();
  const root = join(outer, 'root');
  mkdirSync(join(root, 'sub'), { recursive: true });
  const inside = sqliteFile('create table a (b)', join(root, 'sub'), 'in.db');
  const outside = sqliteFile('create table secret (b)', outer, 'out.db');
  return { outer, root, inside, outside };
}

describe('a database name', () => {
  test('of a file without a byte is that of an empty database', async () => {
    const { root } = site();
    writeFileSync(join(root, 'empty.db'), '');
    const path = await resolvePath(root, 'empty.db');
    expect((await readSqlite({ path, maxTables: 9, signal })).tables).toEqual([]);
  });

  test('of a file below the folder gives its real path, also through a link that stays inside', async () => {
    const { root, inside } = site();
    symlinkSync(inside, join(root, 'link.db'));
    symlinkSync(join(root, 'sub'), join(root, 'way'));
    for (const name of ['sub/in.db', './sub//in.db', 'link.db', 'way/in.db']) {
      expect(await resolvePath(root, name)).toBe(inside);
    }
  });

  test('works where the folder itself is reached through a link', async () => {
    const { outer, root, inside } = site();
    symlinkSync(root, join(outer, 'alias'));
    expect(await resolvePath(join(outer, 'alias'), 'sub/in.db')).toBe(inside);
  });

  test.each([
    ['', 'no name'],
    ['../out.db', '".."'],
    ['sub/../../out.db', '".."'],
    ['sub/../sub/in.db', '".."'],
    ['sub\\..\\..\\out.db', '".."'],
    ['..', '".."'],
    ['/etc/passwd', 'absolute'],
    ['C:\\data\\x.db', 'absolute'],
    ['\\\\host\\share\\x.db', 'absolute'],
    ['file:sub/in.db', 'URI'],
    ['FILE:sub/in.db?mode=rwc', 'URI'],
    ['sub/in.db\0.txt', 'NUL'],
    ['link-out.db', 'leads out'],
    ['way-out/out.db', 'leads out'],
    ['.', 'leads out'],
  ])('%j is refused: %s', async (name, word) => {
    const { outer, root, outside } = site();
    symlinkSync(outside, join(root, 'link-out.db'));
    symlinkSync(outer, join(root, 'way-out'));
    await expect(resolvePath(root, name)).rejects.toMatchObject({
      kind: 'outside',
      message: expect.stringContaining(word),
    });
  });

  test('of a file of the folder that a neighbouring folder only begins like is refused', async () => {
    const { outer, root } = site();
    mkdirSync(`${root}-other`);
    sqliteFile('create table a (b)', `${root}-other`, 'x.db');
    symlinkSync(join(outer, 'root-other', 'x.db'), join(root, 'x.db'));
    await expect(resolvePath(root, 'x.db')).rejects.toMatchObject({ kind: 'outside' });
  });

  test.each([
    ['nothing.db', 'missing'],
    ['sub/in.db/deeper', 'missing'],
    [`${'x'.repeat(300)}.db`, 'missing'],
    ['in.db?mode=rwc', 'missing'],
    ['sub', 'not-a-database'],
    ['pipe', 'not-a-database'],
    ['text.db', 'not-a-database'],
  ])('%j is refused as %s', async (name, kind) => {
    const { root } = site();
    execFileSync('mkfifo', [join(root, 'pipe')]);
    writeFileSync(join(root, 'text.db'), 'SQLite format 4, nearly');
    const reading = resolvePath(root, name).then((path) => readSqlite({ path, maxTables: 9, signal }));
    await expect(reading).rejects.toMatchObject({ kind });
  });

  test('in a message neither tells where the folder is nor breaks the line', async () => {
    const { outer, root } = site();
    for (const name of ['no\nsuch.db', '../x', 'sub', '/abs', 'x'.repeat(5000)]) {
      const reading = resolvePath(root, name).then((path) => readSqlite({ path, maxTables: 9, signal }));
      const error = await reading.catch((thrown: Error) => thrown);
      expect(error).toHaveProperty('name', 'CatalogError');
      expect((error as Error).message).not.toContain(outer);
      expect((error as Error).message).toMatch(/^.{1,250}$/);
    }
  });

  test('never leads to a file outside, whatever it is made of', async () => {
    const { outer, root, inside } = site();
    symlinkSync(outer, join(root, 'up'));
    const part = fc.constantFrom(
      '..',
      '.',
      '',
      'up',
      'sub',
      'root',
      'out.db',
      'in.db',
      '/',
      '\\',
      'file:',
      '%2e%2e',
      '\0',
      '~',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), fc.constantFrom('/', '\\', ''), async (parts, between) => {
        const found = await resolvePath(root, parts.join(between)).catch(() => inside);
        expect([inside, join(root, 'sub')]).toContain(found);
      }),
    );
  });
});

test('a folder that is not there is told without its path', async () => {
  const error: Error = await resolvePath('/no/such/folder', 'x.db').then(
    () => expect.unreachable(),
    (thrown: Error) => thrown,
  );
  expect(error).toMatchObject({ kind: 'missing' });
  expect(error.message).not.toContain('/no/such');
});

test('a file that became a link after it was resolved is refused', async () => {
  const { root, inside, outside } = site();
  const path = await resolvePath(root, 'sub/in.db');
  execFileSync('ln', ['-sf', outside, inside]);
  await expect(readSqlite({ path, maxTables: 9, signal })).rejects.toMatchObject({
    kind: 'outside',
  });
});
