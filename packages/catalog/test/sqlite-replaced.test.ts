import { rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { lookAtSqliteFile } from '../src/sqlite/file-state.ts';
import { openingOf } from '../src/sqlite/opening.ts';
import { readInWorker } from '../src/sqlite/read-in-worker.ts';
import { readSqliteCatalog } from '../src/sqlite/read-sqlite-catalog.ts';
import { sqliteFile, sqliteFolder } from './sqlite-folder.ts';

const signal = new AbortController().signal;
const taskOf = (path: string, identity: string) => ({ url: pathToFileURL(path).href, identity, maxTables: 10 });

test('a reading gives nothing of a file that is not the one that was looked at', async () => {
  const path = sqliteFile('create table a (id integer)');
  const other = sqliteFile('create table b (id integer)');
  const { identity } = await lookAtSqliteFile(path);
  expect(await readInWorker(taskOf(path, identity), path, signal)).toHaveLength(1);
  await expect(readInWorker(taskOf(other, identity), path, signal)).rejects.toMatchObject({
    kind: 'unreadable',
    message: '"x.db" was replaced while it was opened: try again.',
  });
});

test('a copy is made of the file that was looked at alone', async () => {
  const folder = sqliteFolder();
  const path = join(folder, 'x.db');
  const writer = new DatabaseSync(path);
  writer.exec('pragma journal_mode = wal; create table a (id integer)');
  const state = { ...(await lookAtSqliteFile(path)), indexed: false };
  const opening = await openingOf(path, state, signal);
  await opening.close();
  await expect(openingOf(path, { ...state, identity: '0:0' }, signal)).rejects.toThrow('was replaced');
  writer.close();
});

test('whoever exchanges a file for a link all the time has nothing read from behind the link', async () => {
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
    const read = await readSqliteCatalog({ path, maxTables: 10, signal }).catch(() => undefined);
    for (const { name } of read?.tables ?? []) expect(name).toBe('inside');
  }
  done = true;
  await exchanging;
});
