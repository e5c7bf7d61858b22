/** The server's own database is no data source, by whatever name; its locks stay. */
import { linkSync } from 'node:fs';
import { join } from 'node:path';
import { failures } from '@roma-fdi/types';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../src/store/open-store.ts';
import { type Served, serve, sqliteSource } from './serve.ts';

let server: Served;
beforeAll(async () => {
  server = await serve({ data: 'file' });
});
afterAll(() => server.end());

it('is refused when it is registered and when it is read, and stays closed to others', async () => {
  const id = await server.register('innocent', 'create table a (b)');
  server.remove('innocent.db');
  for (const name of ['innocent.db', 'other.db']) linkSync(server.data, join(server.databases, name));

  expect(await server.refuse('createDatasourceInfo', { body: sqliteSource('other') })).toMatchObject({
    status: 400,
    error_code: failures.InvalidValue.code,
    error_msg: expect.stringContaining("[content.database_name]: it is this server's own database"),
  });
  const body = { source_datasource_id: id, target_datasource_id: id, auto_mapping: true };
  expect(await server.refuse('installMultiTasks', { body })).toMatchObject({
    status: 400,
    error_code: failures.ConnectionFailed.code,
    error_msg: expect.stringContaining("this server's own database"),
  });
  await expect(openStore({ path: server.data })).rejects.toMatchObject({ kind: 'in-use' });
});
