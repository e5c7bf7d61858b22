import { readdir, rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { connected } from '../src/sqlite/connection.ts';
import { openingOf } from '../src/sqlite/files/opening.ts';
import { lookAtSqliteFile } from '../src/sqlite/files/state.ts';
import { readSqlite, sqliteFile, sqliteFolder } from './sqlite-folder.ts';

const signal = new AbortController().signal;
const openingAt = (path: string, identity: string) => ({ url: pathToFileURL(path).href, identity, optimistic: false });

test('a reading gives nothing of a file that is not the one that was looked at', async () => {
  const path = sqliteFile('create table a (id integer)');
  const other = sqliteFile('create table b (id integer)');
  const { identity } = await lookAtSqliteFile(path);
  const readings: string[] = [];
  await connected(openingAt(path, identity), path, () => readings.push('of the file'));
  const exchanged = connected(openingAt(other, identity), path, () => readings.push('of another'));
  await expect(exchanged).rejects.toMatchObject({
    kind: 'unreadable',
    message: '"x.db" was replaced while it was opened: try again.',
  });
  expect(readings).toEqual(['of the file']);
});

test('a copy is made of the file that was looked at alone', async () => {
  const folder = sqliteFolder();
  const path = join(folder, 'x.db');
  const writer = new DatabaseSync(path);
  writer.exec('pragma journal_mode = wal; create table a (id integer)');
  const state = { ...(await lookAtSqliteFile(path)), indexed: false };
  const scratch = join(folder, 'scratch');
  await openingOf(path, state, { scratch, maxCopyBytes: 2 ** 20 });
  expect(await readdir(scratch)).toEqual(['copy', 'copy-wal']);
  await expect(openingOf(path, { ...state, identity: '0:0' }, { scratch, maxCopyBytes: 2 ** 20 })).rejects.toThrow(
    'was replaced',
  );
  writer.close();
});

test('whoever exchanges a file for a link all the time has nothing read from behind the link', async (context) => {
  takesLong(context);
  const folder = sqliteFolder();
  const path = sqliteFile('create table inside (id integer)', folder);
  const outside = sqliteFile('create table outside (id integer)');
  const [away, link] = [join(folder, 'away.db'), join(folder, 'link.db')];
  let done = false;
  const exchanging = (async () => {
    while (!done) {
      await rename(path, away);
      await symlink(outside, path);
      await setImmediate();
      await rename(path, link);
      await rename(away, path);
      await rename(link, join(folder, 'old.db'));
      await setImmediate();
    }
  })();
  for (let reading = 0; reading < 20; reading++) {
    const read = await readSqlite({ path, maxTables: 10, signal }).catch(() => undefined);
    for (const { name } of read?.tables ?? []) expect(name).toBe('inside');
  }
  done = true;
  await exchanging;
});
