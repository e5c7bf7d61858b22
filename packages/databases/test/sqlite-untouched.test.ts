import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { readCatalog } from '../src/index.ts';
import { contents, readSqlite, sqliteFile, sqliteFolder } from './sqlite-folder.ts';
import { sqliteProcess } from './sqlite-process.ts';

const names = async (path: string, signal = new AbortController().signal) =>
  (await readSqlite({ path, signal, maxTables: 100 })).tables.map((table) => table.name);

/** A database whose table `logged` stands in the write-ahead log alone, because the program that wrote it was killed. */
async function killedInMidLog(): Promise<string> {
  const path = sqliteFile('create table stored (a); pragma journal_mode = wal');
  const owner = await sqliteProcess(path);
  await owner.run('pragma wal_autocheckpoint = 0; create table logged (a)');
  await owner.kill();
  return path;
}

/** Reads, and holds the reading to having changed nothing. */
async function namesUntouched(path: string): Promise<string[]> {
  const before = contents(dirname(path));
  const found = await names(path);
  expect(contents(dirname(path))).toEqual(before);
  return found;
}

test('a plain read-only connection would leave files behind: what these tests are for, and that they would see it', () => {
  const path = sqliteFile('pragma journal_mode = wal; create table a (b)');
  const database = new DatabaseSync(path, { readOnly: true });
  database.prepare('select * from sqlite_schema').all();
  database.close();
  expect(readdirSync(dirname(path)).sort()).toEqual(['x.db', 'x.db-shm', 'x.db-wal']);
});

describe('reading leaves the folder as it was', () => {
  test('with a rollback journal', async () => {
    expect(await namesUntouched(sqliteFile('create table a (b)'))).toEqual(['a']);
  });

  test('with a write-ahead log that was closed properly', async (context) => {
    takesLong(context);
    expect(await namesUntouched(sqliteFile('pragma journal_mode = wal; create table a (b)'))).toEqual(['a']);
  });

  test('with content only in a log whose writer is dead', async (context) => {
    takesLong(context);
    const path = await killedInMidLog();
    expect(readdirSync(dirname(path)).sort()).toEqual(['x.db', 'x.db-shm', 'x.db-wal']);
    expect(await namesUntouched(path)).toEqual(['logged', 'stored']);
  });

  test('with content only in a log whose index is lost, and removes its private copy', async () => {
    const path = await killedInMidLog();
    rmSync(`${path}-shm`);
    const copies = () => readdirSync(tmpdir()).filter((name) => name.startsWith('roma-fdi-catalog-'));
    const before = copies();
    expect(await namesUntouched(path)).toEqual(['logged', 'stored']);
    expect(copies()).toEqual(before);
  });

  test('with an empty log beside the file', async (context) => {
    takesLong(context);
    const path = await killedInMidLog();
    truncateSync(`${path}-wal`, 0);
    expect(await namesUntouched(path)).toEqual(['stored']);
  });

  test('with a log that ends in the middle of a frame: what was committed before it is seen', async (context) => {
    takesLong(context);
    const path = await killedInMidLog();
    rmSync(`${path}-shm`);
    truncateSync(`${path}-wal`, 32 + 10);
    expect(await namesUntouched(path)).toEqual(['stored']);
  });

  // Where the tests run as root the rights bind nobody; the folder must be the same all the more.
  test.for(['rollback', 'closed log', 'log and index', 'log alone'])(
    'in a folder without the right to write: %s',
    async (kind, context) => {
      if (kind !== 'log alone') takesLong(context);
      const path = kind.startsWith('log')
        ? await killedInMidLog()
        : sqliteFile(
            `${kind === 'closed log' ? 'pragma journal_mode = wal;' : ''} create table stored (a); create table logged (a)`,
          );
      if (kind === 'log alone') rmSync(`${path}-shm`);
      for (const name of readdirSync(dirname(path))) chmodSync(join(dirname(path), name), 0o400);
      chmodSync(dirname(path), 0o500);
      onTestFinished(() => chmodSync(dirname(path), 0o700));
      expect(await namesUntouched(path)).toEqual(['logged', 'stored']);
    },
  );

  test('and a name that means something in a URI is only a name', async (context) => {
    takesLong(context);
    const folder = sqliteFolder();
    const path = sqliteFile('pragma journal_mode = wal; create table a (b)', folder, 'x?mode=rwc&vfs=none#%41 ü😀.db');
    expect(await namesUntouched(path)).toEqual(['a']);
  });
});

describe('what cannot be read is told', () => {
  test('as unreadable where a write was cut off and only a writer can take it back', async () => {
    const path = sqliteFile('create table a (b)');
    const owner = await sqliteProcess(path);
    await owner.run(
      'pragma cache_size = 2; begin; insert into a values (zeroblob(50000)); insert into a values (zeroblob(50000))',
    );
    const cut = join(sqliteFolder(), 'cut.db');
    for (const suffix of ['', '-journal']) copyFileSync(path + suffix, cut + suffix);
    await expect(names(cut)).rejects.toMatchObject({
      kind: 'unreadable',
      message: expect.stringContaining('middle of a write'),
    });
  });

  test('as no database where only the first bytes are right, and as damaged where the schema is not', async () => {
    const path = join(sqliteFolder(), 'x.db');
    writeFileSync(path, `SQLite format 3\0${'x'.repeat(5000)}`);
    await expect(names(path)).rejects.toMatchObject({ kind: 'not-a-database' });
    const damaged = sqliteFile('create table a (b); create table c (d)');
    const bytes = Buffer.from(contents(dirname(damaged))['x.db'] ?? '', 'base64').fill(0xff, 100, 4000);
    writeFileSync(damaged, bytes);
    await expect(names(damaged)).rejects.toMatchObject({ kind: 'unreadable', message: '"x.db" is damaged.' });
  });

  test('as missing where there is no file, as no database where there is a folder, as outside where there is a link', async () => {
    const folder = sqliteFolder();
    const path = sqliteFile('create table a (b)', folder);
    symlinkSync(path, join(folder, 'link.db'));
    mkdirSync(join(folder, 'folder.db'));
    await expect(names(join(folder, 'no.db'))).rejects.toMatchObject({ kind: 'missing' });
    await expect(names(join(folder, 'folder.db'))).rejects.toMatchObject({ kind: 'not-a-database' });
    await expect(names(join(folder, 'link.db'))).rejects.toMatchObject({ kind: 'outside' });
  });
});

describe('what lies beside the file', () => {
  const others: Readonly<Record<string, (path: string) => unknown>> = {
    'a pipe': (path) => execFileSync('mkfifo', [path]),
    'a folder': (path) => mkdirSync(path),
    'a link': (path) => symlinkSync(sqliteFile('create table elsewhere (a)'), path),
    'a link to nowhere': (path) => symlinkSync('/no/such/file', path),
    'a link to a device': (path) => symlinkSync('/dev/zero', path),
    async 'a socket'(path) {
      const listening = createServer().listen(path);
      onTestFinished(() => void listening.close());
      await once(listening, 'listening');
    },
  };

  test.for(
    Object.keys(others).flatMap((what) => ['-journal', '-wal', '-shm'].map((suffix) => [what, suffix] as const)),
  )('is a file: %s as its %s is not opened', async ([what, suffix], context) => {
    // Outside CI each as its log, and the one without an end as all of them.
    if (suffix !== '-wal' && what !== 'a link to a device') takesLong(context);
    const path = sqliteFile('create table a (b)');
    await others[what]?.(path + suffix);
    await expect(names(path)).rejects.toMatchObject({
      kind: 'unreadable',
      message: `What lies beside "x.db" as its ${suffix} is no file.`,
    });
  });

  test.for(['-wal', ''])(
    'is not copied where it or the file says to be larger than any catalog: %j',
    async (suffix, context) => {
      if (suffix === '') takesLong(context);
      const path = await killedInMidLog();
      rmSync(`${path}-shm`);
      truncateSync(`${path}${suffix}`, 5 * 1024 ** 3);
      await expect(names(path)).rejects.toMatchObject({
        kind: 'too-large',
        message: expect.stringContaining('larger than the 1073741824 bytes that are copied at most'),
      });
    },
  );

  test('is copied up to the limit that the caller sets', async (context) => {
    takesLong(context);
    const path = await killedInMidLog();
    rmSync(`${path}-shm`);
    const bytes = statSync(path).size + statSync(`${path}-wal`).size;
    const reading = (maxCopyBytes: number) =>
      readCatalog({
        type: 'SQLITE',
        settings: {},
        place: { path },
        maxTables: 9,
        maxCopyBytes,
        signal: new AbortController().signal,
      });
    expect((await reading(bytes)).tables).toHaveLength(2);
    await expect(reading(bytes - 1)).rejects.toMatchObject({ kind: 'too-large' });
  });
});

describe('beside a program that has the database open', () => {
  test('what it has committed is seen, in the log or in the file, and its files stay its own', async () => {
    const path = sqliteFile('create table a (b); pragma journal_mode = wal');
    const owner = await sqliteProcess(path);
    await owner.run('pragma wal_autocheckpoint = 0; create table c (d)');
    expect(await names(path)).toEqual(['a', 'c']);
    await owner.run('pragma wal_checkpoint(truncate)');
    expect(await names(path)).toEqual(['a', 'c']);
    await owner.run('create table e (f); begin; create table uncommitted (x)');
    expect(await names(path)).toEqual(['a', 'c', 'e']);
    await owner.run('commit; create table g (h)');
    expect(await names(path)).toEqual(['a', 'c', 'e', 'g', 'uncommitted']);
  });

  test.for(['wal', 'delete'])(
    'all tables are seen in every reading while it writes without a pause (%s)',
    async (mode, context) => {
      takesLong(context);
      const path = sqliteFile(`create table a (b); create table c (d); pragma journal_mode = ${mode}`);
      const owner = await sqliteProcess(path);
      let writing = true;
      const written = owner
        .run(
          'pragma wal_autocheckpoint = 5; insert into a values (zeroblob(3000)); delete from a',
          mode === 'wal' ? 400 : 100,
        )
        .then(() => {
          writing = false;
        });
      do expect(await names(path)).toEqual(['a', 'c']);
      while (writing);
      await written;
    },
  );

  test('its lock is waited out, and several readings at once all come to their end', async (context) => {
    takesLong(context);
    const path = sqliteFile('create table a (b)');
    const owner = await sqliteProcess(path);
    await owner.run('begin exclusive; create table c (d)');
    const readings = [names(path), names(path), names(path)];
    await owner.run('commit');
    expect(await Promise.all(readings)).toEqual([
      ['a', 'c'],
      ['a', 'c'],
      ['a', 'c'],
    ]);
  });

  test('a lock that is never given back ends with the signal, for the reading under way and for those behind it', async (context) => {
    takesLong(context);
    const path = sqliteFile('create table a (b)');
    const owner = await sqliteProcess(path);
    await owner.run('begin exclusive');
    const signal = AbortSignal.timeout(150);
    const readings = await Promise.allSettled([names(path, signal), names(path, signal)]);
    for (const reading of readings) {
      expect(reading).toMatchObject({
        status: 'rejected',
        reason: { kind: 'too-slow', message: '"x.db" was not read within the time allowed.' },
      });
    }
    await owner.run('commit');
    expect(await names(path)).toEqual(['a']);
  });
});

test('a signal that was aborted before ends the reading before it begins', async () => {
  await expect(names('/no/such/file.db', AbortSignal.abort())).rejects.toMatchObject({ kind: 'too-slow' });
});
