/** The process of a reading: what it gets, and that it never outlives whoever wants its answer. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { databases, readCatalog } from '../src/index.ts';
import { residentBytes } from '../src/process/resident-bytes.ts';
import { childrenOf } from './children.ts';
import { readSqlite, sqliteFile } from './sqlite-folder.ts';
import { sqliteProcess } from './sqlite-process.ts';

const sources = join(import.meta.dirname, '../src');
const never = new AbortController().signal;

/** A file that cannot be read until its owner gives the lock back. */
async function lockedFile(): Promise<string> {
  const path = sqliteFile('create table a (b)');
  const owner = await sqliteProcess(path);
  await owner.run('begin exclusive');
  return path;
}

/** The one process of a reading under way; the file's owner is another child of this process. */
async function readerOf(parent: number): Promise<number> {
  const readers = () => childrenOf(parent).filter((pid) => command(pid).includes('process/child'));
  await expect.poll(readers).toHaveLength(1);
  return readers()[0] ?? 0;
}

const command = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch {
    return '';
  }
};

test('an abort kills it at once', async () => {
  const path = await lockedFile();
  const caller = new AbortController();
  const reading = readSqlite({ path, signal: caller.signal, maxTables: 10 });
  const reader = await readerOf(process.pid);
  caller.abort();
  await expect(reading).rejects.toMatchObject({ kind: 'too-slow' });
  await expect.poll(() => command(reader)).toBe('');
});

test.each(['SIGTERM', 'SIGKILL'] as const)('its parent ended by %s takes it along', async (signal) => {
  const path = await lockedFile();
  const program = `
    import { readCatalog } from '${new URL('../src/index.ts', import.meta.url)}';
    await readCatalog({ type: 'SQLITE', settings: {}, place: { path: process.argv[1] }, maxTables: 10, signal: new AbortController().signal });`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program, path], { stdio: 'inherit' });
  const reader = await readerOf(parent.pid ?? 0);
  parent.kill(signal);
  await once(parent, 'exit');
  await expect.poll(() => command(reader)).toBe('');
});

test('its parent takes it along also while its driver loops', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    // An error message without its end: the driver looks for it for ever.
    socket.once('data', () => socket.write(Buffer.from('E\\0\\0\\0\\x08Mno!', 'latin1')));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const settings = { host: 'x', port, user_name: 'u', password: 'p', database_name: 'd' };
  const program = `
    import { readCatalog } from '${new URL('../src/index.ts', import.meta.url)}';
    await readCatalog({ type: 'POSTGRESQL', settings: ${JSON.stringify(settings)}, place: { addresses: ['127.0.0.1'], port: ${port} }, maxTables: 10, signal: new AbortController().signal });`;
  const met = once(server, 'connection');
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'inherit' });
  await met;
  const reader = await readerOf(parent.pid ?? 0);
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  await expect.poll(() => command(reader)).toBe('');
});

test('it gets its secrets neither by its arguments nor by its environment, and nothing that a driver reads', async () => {
  vi.stubEnv('PGOPTIONS', '-c search_path=planted').stubEnv('PGSSLNEGOTIATION', 'direct').stubEnv('SECRET', 'planted');
  onTestFinished(() => void vi.unstubAllEnvs());
  const server = createServer(() => {}).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const caller = new AbortController();
  const met = once(server, 'connection');
  const reading = readCatalog({
    type: 'POSTGRESQL',
    settings: { host: 'x', port, user_name: 'u', password: 'planted-password', database_name: 'd' },
    place: { addresses: ['127.0.0.1'], port },
    signal: caller.signal,
    maxTables: 1,
  });
  await met;
  const reader = await readerOf(process.pid);
  const seen = `${command(reader)} ${readFileSync(`/proc/${reader}/environ`, 'latin1')}`;
  expect(seen).toContain('process/child');
  expect(seen).not.toMatch(/planted|\bPG[A-Z]/);
  caller.abort();
  await expect(reading).rejects.toMatchObject({ kind: 'too-slow' });
  server.close();
});

test('it is killed where it takes more memory than what it may read can take', async () => {
  expect(residentBytes(process.pid)).toBeGreaterThan(10_000_000);
  expect(residentBytes(2 ** 30)).toBe(0);
  const path = await lockedFile();
  // Less than Node itself takes.
  const maxMemory = 40 * 1024 * 1024;
  const reading = readCatalog({
    type: 'SQLITE',
    settings: {},
    place: { path },
    signal: never,
    maxTables: 10,
    maxMemory,
  });
  await expect(reading).rejects.toMatchObject({
    kind: 'too-large',
    message: '"x.db" holds or sends more than a catalog of the columns that are read at most.',
  });
  await expect
    .poll(() =>
      childrenOf(process.pid)
        .map(command)
        .filter((line) => line.includes('process/child')),
    )
    .toEqual([]);
});

test('it leaves no copy behind when it is killed', async () => {
  const path = sqliteFile('create table stored (a); pragma journal_mode = wal');
  const copies = () => readdirSync(tmpdir()).filter((name) => name.startsWith('roma-fdi-catalog-'));
  const before = copies();
  const owner = await sqliteProcess(path);
  await owner.run('pragma wal_autocheckpoint = 0; create table logged (a)');
  const signal = AbortSignal.timeout(50);
  await readSqlite({ path, signal, maxTables: 10 }).catch(() => {});
  // Those of other tests come and go meanwhile.
  await expect.poll(() => copies().filter((name) => !before.includes(name))).toEqual([]);
});

test('what cannot be started is told as an error of ours', async () => {
  const path = sqliteFile('create table a (b)');
  const { execPath } = process;
  onTestFinished(() => {
    process.execPath = execPath;
  });
  process.execPath = '/no/such/node';
  await expect(readSqlite({ path, signal: never, maxTables: 10 })).rejects.toMatchObject({
    name: 'CatalogError',
    kind: 'unreadable',
  });
});

test('every database has its files under the same names', () => {
  const folders = globSync('*/database.ts', { cwd: sources }).map(dirname);
  expect(folders).toHaveLength(Object.keys(databases).length);
  const [first, ...others] = folders.map((folder) =>
    globSync('*.ts', { cwd: join(sources, folder) })
      .filter((name) => !name.endsWith('.test.ts'))
      .sort(),
  );
  for (const names of others) expect(names).toEqual(first);
});
