import { linkSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createOwnFiles } from './own-files.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'roma-fdi-own-'));
  for (const name of ['store.db', 'store.db-wal', 'store.db.lock', 'store.db.schema-7', 'shop.db'])
    writeFileSync(join(folder, name), '');
  linkSync(join(folder, 'store.db'), join(folder, 'hard.db'));
  symlinkSync(join(folder, 'store.db'), join(folder, 'soft.db'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each(['store.db', 'store.db-wal', 'store.db.lock', 'store.db.schema-7', './x/../store.db', 'hard.db', 'soft.db'])(
  'knows %s',
  async (name) => {
    expect(await createOwnFiles(join(folder, 'store.db'))(join(folder, name))).toBe(true);
  },
);

it.each(['shop.db', 'missing.db', 'store.db-shm', '', '\0'])('takes %j for somebody else’s', async (name) => {
  expect(await createOwnFiles(join(folder, 'store.db'))(`${folder}/${name}`)).toBe(false);
});

it('owns nothing in memory', async () => {
  expect(await createOwnFiles(':memory:')(join(folder, 'store.db'))).toBe(false);
});
