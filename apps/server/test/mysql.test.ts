/** MYSQL data sources against a real MariaDB: from SQLite, to PostgreSQL and from it. */
import { failures } from '@roma-fdi/types';
import { afterAll, beforeEach, expect, type TestContext, test } from 'vitest';
import { type MariaDbServer, startMariaDb } from '../../../packages/databases/test/mariadb-server.ts';
import { type PostgresServer, startPostgres } from '../../../packages/databases/test/postgres-server.ts';
import { needs, takesLong } from '../../../test/programs.ts';
import { type Served, serve } from './serve.ts';

interface House {
  readonly mariadb: MariaDbServer;
  readonly server: Served;
}

let starting: Promise<House> | undefined;
let house: House;

beforeEach(async (context) => {
  starting ??= start(needs(context, 'mariadb'));
  house = await starting;
});

/** How to end what was started, also where one of the others did not start. */
const ends: (() => Promise<unknown>)[] = [];
afterAll(() => Promise.all(ends.map((end) => end())));

async function ending<T>(starts: Promise<T>, end: (started: T) => Promise<unknown>): Promise<T> {
  const started = await starts;
  ends.push(() => end(started));
  return started;
}

async function start(mariadbd: string): Promise<House> {
  const [mariadb, server] = await Promise.all([
    ending(startMariaDb(mariadbd), (server) => server.stop()),
    ending(serve({ data: 'file', allowHosts: ['127.0.0.1:*'], deadline: 30 }), (server) => server.end()),
  ]);
  await mariadb.run(`create database shop; use shop;
    create table customers (id int unsigned auto_increment primary key, email varchar(255), balance decimal(12,2),
      is_member tinyint(1), seen datetime(6), facts json);
    create view everybody as select * from customers;`);
  return { mariadb, server };
}

let startingPostgres: Promise<PostgresServer> | undefined;

/** Another engine for those tests alone that map to it or from it. */
function postgres(context: TestContext): Promise<PostgresServer> {
  startingPostgres ??= startCustomers(needs(context, 'postgres'));
  return startingPostgres;
}

async function startCustomers(program: string): Promise<PostgresServer> {
  const started = await ending(startPostgres(program), (server) => server.stop());
  await started.run(`create table customers (id bigint primary key, email varchar(255), balance numeric(12, 2),
    is_member boolean, seen timestamp(6), facts jsonb)`);
  return started;
}

let names = 0;

/** Registers a database on a server; gives its ID. */
async function register(on: MariaDbServer | PostgresServer, facts: object = {}): Promise<string> {
  const [type, database_name] =
    on === house.mariadb ? (['MYSQL', 'shop'] as const) : (['POSTGRESQL', 'postgres'] as const);
  const { host, port, user, password } = on;
  const content = { mode: 'default', host, port: String(port), database_name, user_name: user, password, ...facts };
  const body = { datasource_name: `${type}-${++names}`, datasource_type: type, app_id: 'tests', content };
  const created = await house.server.succeed('createDatasourceInfo', { body });
  expect(created.content).toEqual({ ...content, password: undefined });
  return created.datasource_id;
}

let smallShops = 0;

const smallShop = (): Promise<string> =>
  house.server.register(
    `small-shop-${++smallShops}`,
    'create table customers (id integer primary key, email varchar(255), balance decimal(12, 2));',
  );

async function map(source: string, target: string) {
  const [element] = await house.server.succeed('installMultiTasks', {
    body: { source_datasource_id: source, target_datasource_id: target, auto_mapping: true },
  });
  const [mapping, ...others] = element?.mappings ?? [];
  expect(others).toEqual([]);
  return { element, mapping };
}

/** The columns in MariaDB as the wire has them. */
const customers = [
  { field_name: 'id', field_type: 'INT UNSIGNED', field_length: '10' },
  { field_name: 'email', field_type: 'VARCHAR', field_length: '255' },
  { field_name: 'balance', field_type: 'DECIMAL', field_length: '12' },
  { field_name: 'is_member', field_type: 'TINYINT', field_length: '1' },
  { field_name: 'seen', field_type: 'DATETIME(6)', field_length: '0' },
  { field_name: 'facts', field_type: 'JSON', field_length: '0' },
];
const columns = customers.map(({ field_name }) => field_name);

test('MariaDB is mapped to PostgreSQL, its types in the spelling of the vendor', async (context) => {
  takesLong(context);
  const { element, mapping } = await map(await register(house.mariadb), await register(await postgres(context)));
  expect(element).toMatchObject({
    source_datasource_type: 'MYSQL',
    target_datasource_type: 'POSTGRESQL',
    schema_mappings: [{ source_schema: 'shop', target_schema: 'public' }],
  });
  expect(mapping).toMatchObject({
    source_table: 'shop.customers',
    target_table: 'public.customers',
    source_columns: customers,
  });
  expect(mapping?.mapping?.map((pair) => [pair.source_column, pair.target_column])).toEqual(
    columns.map((name) => [name, name]),
  );
});

test('PostgreSQL is mapped to MariaDB', async (context) => {
  takesLong(context);
  const { mapping } = await map(await register(await postgres(context)), await register(house.mariadb));
  expect(mapping).toMatchObject({ source_table: 'public.customers', target_table: 'shop.customers' });
  expect(mapping?.mapping).toHaveLength(columns.length);
});

test('SQLite is mapped to MariaDB, its types in the spelling of the vendor', async () => {
  const { mapping } = await map(await smallShop(), await register(house.mariadb));
  expect(mapping).toMatchObject({
    source_table: 'main.customers',
    target_table: 'shop.customers',
    target_columns: customers,
  });
  expect(mapping?.mapping).toHaveLength(3);
});

test('one that cannot be read, and another mode, are refused without the words of the driver', async () => {
  const body = {
    source_datasource_id: await register(house.mariadb, { password: 'PLANTED-wrong' }),
    target_datasource_id: await smallShop(),
    auto_mapping: true,
  };
  const refusal = await house.server.refuse('installMultiTasks', { body });
  const { status, code } = failures.ConnectionFailed;
  expect(refusal).toMatchObject({ status, error_code: code });
  expect(refusal.error_msg).toContain('refused the user name or the password');
  expect(refusal.error_msg).not.toMatch(/PLANTED|Access denied|ER_|\n/);
  const professional = { mode: 'professional', url: 'jdbc:mysql://db/shop' };
  const info = { datasource_name: 'by url', datasource_type: 'MYSQL', app_id: 'app', content: professional };
  const refused = await house.server.refuse('createDatasourceInfo', { body: info });
  expect(refused.error_msg).toContain('MYSQL in mode default alone');
});
