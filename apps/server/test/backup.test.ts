/** The backup that a running server writes has everything; a copy of its file has not. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failures } from '@roma-fdi/types';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { type Served, serve, sqliteSource } from './serve.ts';

let folder: string;
let original: Served;
let id: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'roma-fdi-backup-'));
  original = await serve({ data: 'file' });
  original.sqlite('shop.db', 'create table orders (id integer primary key)');
  const body = sqliteSource('shop', { content: { database_name: 'shop.db', password: 'sealed' } });
  id = (await original.succeed('createDatasourceInfo', { body })).datasource_id;
  await original.succeed('installMultiTasks', { body: init('before') });
});
afterAll(async () => {
  await original.end();
  rmSync(folder, { recursive: true });
});

const init = (task_id: string) => ({ task_id, source_datasource_id: id, target_datasource_id: id, auto_mapping: true });

/** A server on a copy of such a file, with or without the key. */
async function restored(file: string, name: string, withKey = true): Promise<Served> {
  const data = join(folder, name);
  copyFileSync(file, data);
  if (withKey) copyFileSync(`${original.data}.key`, `${data}.key`);
  return serve({ data, sqliteRoot: original.databases });
}

it('of a server that runs has every task and can read every data source, and the server goes on', async () => {
  const file = await original.backup();
  expect(file).toBe(`${original.data}.backup`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const copy = await restored(file, 'running.db');
  expect(await copy.succeed('installMultiTasks', { body: { task_id: 'before' } })).toMatchObject([
    { mappings_total_count: 1 },
  ]);
  expect(await copy.succeed('installMultiTasks', { body: init('after') })).toMatchObject([{ mappings_total_count: 1 }]);
  await copy.end();

  await original.succeed('installMultiTasks', { body: init('later') });
  const before = readFileSync(file);
  expect(await original.backup()).toBe(file);
  expect(readFileSync(file).equals(before)).toBe(false);
  const later = await restored(file, 'later.db');
  expect((await later.send('showTask', { path: { task_id: 'later' } })).status).toBe(200);
  await later.end();
});

it('under load has what was acknowledged before it was asked for, and nothing by halves', async (context) => {
  takesLong(context);
  const tasks = Array.from({ length: 40 }, (_, at) => `loaded-${at}`);
  const acknowledged: string[] = [];
  const writing = Promise.all(
    tasks.map(async (task_id) => {
      await original.succeed('installMultiTasks', { body: { task_id } });
      acknowledged.push(task_id);
    }),
  );
  while (acknowledged.length < 5) await new Promise((resolve) => setImmediate(resolve));
  const sure = [...acknowledged];
  const copy = await restored(await original.backup(), 'loaded.db');
  for (const task_id of sure) expect((await copy.send('showTask', { path: { task_id } })).status).toBe(200);
  await copy.end();
  await writing;
});

it('is not what a copy of the file of a running server is: that lacks what was acknowledged', async (context) => {
  takesLong(context);
  const copy = await restored(original.data, 'copied.db');
  expect((await copy.send('showTask', { path: { task_id: 'before' } })).status).toBe(404);
  await copy.end();
});

it('cannot be read as a data source', async (context) => {
  takesLong(context);
  const own = await serve({ data: join(original.databases, 'own.db'), sqliteRoot: original.databases });
  await own.backup();
  const body = sqliteSource('own', { content: { database_name: 'own.db.backup' } });
  expect(await own.refuse('createDatasourceInfo', { body })).toMatchObject({ error_code: failures.InvalidValue.code });
  await own.end();
});

it('is refused by a store in memory, with a sentence', async () => {
  const memory = await serve();
  await expect(memory.backup()).rejects.toThrow('A store in memory has no backup: give it a file.');
  await memory.end();
});

it('has everything but the secrets without its key, and says what to do', async (context) => {
  takesLong(context);
  const copy = await restored(await original.backup(), 'without-key.db', false);
  expect(await copy.succeed('installMultiTasks', { body: { task_id: 'before' } })).toMatchObject([
    { mappings_total_count: 1 },
  ]);
  expect(await copy.refuse('installMultiTasks', { body: init('after') })).toMatchObject({
    status: 400,
    error_code: failures.ConnectionFailed.code,
    error_msg: expect.stringContaining('sealed with another key'),
  });
  await copy.end();
});

it('is also the file of a server that was stopped', async (context) => {
  takesLong(context);
  await original.stop();
  const copy = await restored(original.data, 'stopped.db');
  expect((await copy.send('showTask', { path: { task_id: 'before' } })).status).toBe(200);
  await copy.end();
});
