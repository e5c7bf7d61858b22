/** POSTGRESQL data sources against a real server: as source, as target, and when they cannot be read. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { failures } from '@roma-fdi/types';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../../../packages/databases/test/postgres-server.ts';
import { needs, takesLong } from '../../../test/programs.ts';
import { type Served, serve } from './serve.ts';

const shopSql =
  'create table customers (id integer primary key, email varchar(255), balance decimal(12, 2), seen datetime);';
const warehouseSql = `
  create table customers (id bigint primary key, email varchar(255), balance numeric(12, 2), seen timestamp(6), note text);
  create schema archive;
  create table archive.unrelated (k int primary key);`;

let starting: Promise<[PostgresServer, Served, Server]> | undefined;
let postgres: PostgresServer;
let server: Served;
let silent: Server;
let shop: string;

beforeEach(async (context) => {
  starting ??= start(needs(context, 'postgres'));
  [postgres, server, silent] = await starting;
});

afterAll(async () => {
  if (!starting) return;
  silent.close();
  await Promise.all([postgres.stop(), server.end()]);
});

async function start(program: string): Promise<[PostgresServer, Served, Server]> {
  const [database, served] = await Promise.all([
    startPostgres(program),
    serve({ data: 'file', allowHosts: ['127.0.0.1:*'], deadline: 5 }),
  ]);
  const { host, port, user, password } = database;
  const psql = (name: string, sql: string) =>
    execFileSync(
      join(dirname(realpathSync(program)), 'psql'),
      ['-X', '-q', '-h', host, '-p', String(port), '-U', user, '-d', name, '-c', sql],
      {
        env: { PGPASSWORD: password },
        stdio: 'pipe',
      },
    );
  psql('postgres', 'create database warehouse');
  psql('warehouse', warehouseSql);
  shop = await served.register('shop', shopSql);
  const deaf = createServer((socket: Socket) => socket.on('error', () => {}).resume());
  await once(deaf.listen(0, '127.0.0.1'), 'listening');
  return [database, served, deaf];
}

let names = 0;

/** Registers the warehouse, or something close to it; gives its ID. */
async function register(facts: object = {}): Promise<string> {
  const { host, port, user, password } = postgres;
  const content = {
    mode: 'default',
    host,
    port: String(port),
    database_name: 'warehouse',
    user_name: user,
    password,
    ...facts,
  };
  const body = { datasource_name: `warehouse-${++names}`, datasource_type: 'POSTGRESQL', app_id: 'tests', content };
  const created = await server.succeed('createDatasourceInfo', { body });
  expect(created.content).toEqual({ ...content, password: undefined });
  return created.datasource_id;
}

const pair = (source: string, target: string) => ({
  source_datasource_id: source,
  target_datasource_id: target,
  auto_mapping: true,
});

const numeric = { field_name: 'balance', field_type: 'NUMERIC', field_length: '12' };

it('is mapped as a target, its types in the spelling of the vendor', async () => {
  const [element] = await server.succeed('installMultiTasks', { body: pair(shop, await register()) });
  expect(element).toMatchObject({
    target_datasource_type: 'POSTGRESQL',
    mappings_total_count: 1,
    schema_mappings: [{ source_schema: 'main', target_schema: 'public' }],
  });
  expect(element?.mappings?.[0]).toMatchObject({
    source_table: 'main.customers',
    target_table: 'public.customers',
    target_columns: [
      { field_name: 'id', field_type: 'INT8', field_length: '0' },
      { field_name: 'email', field_type: 'VARCHAR', field_length: '255' },
      numeric,
      { field_name: 'seen', field_type: 'TIMESTAMP(6)', field_length: '0' },
      { field_name: 'note', field_type: 'TEXT', field_length: '0' },
    ],
  });
});

it('is mapped as a source', async (context) => {
  takesLong(context);
  const [element] = await server.succeed('installMultiTasks', { body: pair(await register(), shop) });
  expect(element?.mappings).toMatchObject([{ source_table: 'public.customers', target_table: 'main.customers' }]);
  expect(element?.mappings?.[0]?.source_columns).toContainEqual(numeric);
});

describe('that cannot be read is told within the deadline, without the words of the driver, and nothing is stored:', () => {
  const portOf = (listening: Server): string => String((listening.address() as AddressInfo).port);
  /** A port that nothing listens on any more. */
  const closedPort = async (): Promise<string> => {
    const listening = createServer().listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const port = portOf(listening);
    listening.close();
    await once(listening, 'close');
    return port;
  };

  /** Those that the driver tells apart are told by the tests of the driver; outside CI, one that answers and one that does not. */
  const usual = ['a wrong password', 'a closed port', 'an address that is not allowed'];
  it.for<[string, () => object | Promise<object>, keyof typeof failures, RegExp]>([
    [
      'a wrong password',
      () => ({ password: 'PLANTED-wrong' }),
      'ConnectionFailed',
      /refused the user name or the password/,
    ],
    ['a wrong user', () => ({ user_name: 'nobody-here' }), 'ConnectionFailed', /refused the user name or the password/],
    ['a database that is not there', () => ({ database_name: 'unheard-of' }), 'ConnectionFailed', /does not exist/],
    ['a closed port', async () => ({ port: await closedPort() }), 'ConnectionFailed', /could not be reached/],
    [
      'a server that says nothing',
      () => ({ port: portOf(silent) }),
      'ConnectionFailed',
      /not read within the time allowed/,
    ],
    ['a server that is none of PostgreSQL', () => ({ port: String(server.port) }), 'ConnectionFailed', /./],
    ['no encryption where it is asked for', () => ({ ssl: true }), 'ConnectionFailed', /encrypted/],
    [
      'an address that is not allowed',
      () => ({ host: '127.0.0.2' }),
      'AddressNotAllowed',
      /127\.0\.0\.2.*ROMA_FDI_ALLOW_HOSTS/,
    ],
  ])('%s', async ([what, facts, failure, message], context) => {
    if (!usual.includes(what)) takesLong(context);
    const unreadable = await register(await facts());
    const task_id = `never-${names}`;
    const refusal = await server.refuse('installMultiTasks', { body: { task_id, ...pair(shop, unreadable) } });
    expect(refusal).toMatchObject({
      status: 400,
      error_code: failures[failure].code,
      error_msg: expect.stringMatching(message),
    });
    expect(refusal.error_msg).toContain(`[warehouse-${names}]`);
    expect(refusal.error_msg).not.toMatch(/PLANTED|ECONN|FATAL|password authentication|SASL|\n/);
    expect(await server.refuse('showTask', { path: { task_id } })).toMatchObject({ status: 404 });
  });
});

it('has a password that stands in no answer and in no file of the server', async () => {
  await register();
  const listed = await server.send('listDatasources', { query: { limit: 999 } });
  const files = readdirSync(server.folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.map(({ name }) => name)).toContain('store.db');
  for (const text of [listed.text, ...files.map(({ name }) => readFileSync(join(server.folder, name), 'latin1'))])
    expect(text).not.toMatch(new RegExp(`${postgres.password}|PLANTED`));
});
