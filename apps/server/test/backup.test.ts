/** A copy of the database file and of the key file is a backup. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failures } from '@roma-fdi/types';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
  await original.stop();
});
afterAll(async () => {
  await original.end();
  rmSync(folder, { recursive: true });
});

const init = (task_id: string) => ({ task_id, source_datasource_id: id, target_datasource_id: id, auto_mapping: true });

/** A server on a copy of the database, with or without the key. */
async function restored(name: string, withKey: boolean): Promise<Served> {
  const data = join(folder, name);
  copyFileSync(original.data, data);
  if (withKey) copyFileSync(`${original.data}.key`, `${data}.key`);
  return serve({ data, sqliteRoot: original.databases });
}

it('has every task and can read every data source', async () => {
  const copy = await restored('with-key.db', true);
  const before = await copy.succeed('installMultiTasks', { body: { task_id: 'before' } });
  expect(before).toMatchObject([{ mappings_total_count: 1 }]);
  expect(await copy.succeed('installMultiTasks', { body: init('after') })).toMatchObject([{ mappings_total_count: 1 }]);
  await copy.end();
});

it('has everything but the secrets without its key, and says what to do', async () => {
  const copy = await restored('without-key.db', false);
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
