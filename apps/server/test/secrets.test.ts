/** A secret goes where its data source was registered to lead, and nowhere else, whatever somebody writes into the store's file. */
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { failures } from '@roma-fdi/types';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { serve } from './serve.ts';

/** Counts who connects, and lets nobody in. */
async function listener(): Promise<{ port: number; connections(): number; server: Server }> {
  let count = 0;
  const server = createServer((socket) => {
    count++;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return { port: (server.address() as { port: number }).port, connections: () => count, server };
}

let folder: string;
let [right, wrong]: Awaited<ReturnType<typeof listener>>[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'roma-fdi-secrets-'));
  [right, wrong] = await Promise.all([listener(), listener()]);
});
afterAll(() => {
  right?.server.close();
  wrong?.server.close();
  rmSync(folder, { recursive: true });
});

function change(path: string, sql: string, ...values: string[]): void {
  const database = new DatabaseSync(path);
  database.prepare(sql).run(...values);
  database.close();
}

test('with host or port changed in the file of the store nobody is connected to, and a sentence says why', async (context) => {
  takesLong(context);
  if (!right || !wrong) throw new Error('Nobody listens.');
  const allowHosts = [`127.0.0.1:${right.port}`, `127.0.0.1:${wrong.port}`];
  const first = await serve({ data: 'file', allowHosts });
  const content = { host: '127.0.0.1', port: String(right.port), database_name: 'd', user_name: 'u', password: 'p' };
  const body = { datasource_name: 'shop', datasource_type: 'POSTGRESQL', app_id: 'a', content } as const;
  const { datasource_id: id } = await first.succeed('createDatasourceInfo', { body });
  const init = { source_datasource_id: id, target_datasource_id: id, auto_mapping: true };
  expect(await first.refuse('installMultiTasks', { body: init })).toMatchObject({
    error_code: failures.ConnectionFailed.code,
  });
  expect(right.connections()).toBeGreaterThan(0);
  await first.stop();

  const sql = "update data_sources set content = json_set(content, '$.port', ?)";
  change(first.data, sql, String(wrong.port));
  const second = await serve({ data: first.data, allowHosts });
  expect(await second.refuse('installMultiTasks', { body: init })).toMatchObject({
    status: 400,
    error_code: failures.ConnectionFailed.code,
    error_msg: expect.stringContaining('its settings or its sealed secrets were changed outside this server'),
  });
  expect(wrong.connections()).toBe(0);
  await second.end();

  // As it was, it is opened again.
  change(first.data, sql, String(right.port));
  const before = right.connections();
  const third = await serve({ data: first.data, allowHosts });
  await third.refuse('installMultiTasks', { body: init });
  expect(right.connections()).toBeGreaterThan(before);
  await third.end();
  await first.end();
});

test('a store of before is copied once, and its secrets are bound at the first start with their key', async () => {
  const data = join(folder, 'before.db');
  copyFileSync(new URL('fixtures/store-85123cb.db', import.meta.url), data);
  const sealed = (): string => {
    const database = new DatabaseSync(data, { readOnly: true });
    const row = database.prepare("select sealed_secret from data_sources where name = 'with secret'").get();
    database.close();
    return String(row?.['sealed_secret']);
  };
  const keys = ['00'.repeat(32), '85123cb0'.repeat(8)].map((key, at) => {
    const keyFile = join(folder, `${at}.key`);
    writeFileSync(keyFile, key);
    return keyFile;
  });
  expect(sealed()).toMatch(/^v1\./);
  for (const [keyFile, form] of [
    [keys[0], /^unbound\.v1\./],
    [keys[1], /^v2\./],
    [keys[1], /^v2\./],
  ] as const) {
    const server = await serve({ data, keyFile });
    await server.end();
    expect(sealed()).toMatch(form);
    if (form.source.includes('unbound')) expect(existsSync(`${data}.schema-1`)).toBe(true);
    rmSync(`${data}.schema-1`, { force: true });
  }
  // The later starts changed no schema.
  expect(existsSync(`${data}.schema-1`)).toBe(false);
});
