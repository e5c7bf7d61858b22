/** Registered data sources that are tested, changed and looked into, on real databases, over HTTP. */
import { failures } from '@roma-fdi/types';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres } from '../../../packages/databases/test/postgres-server.ts';
import { needs, takesLong } from '../../../test/programs.ts';
import { type Served, serve, sqliteSource } from './serve.ts';

const sql = `create table orders (id integer primary key, total decimal(10, 2) not null, "note" varchar(80));
  create table "a.b" (x integer, y integer, primary key (x, y)); create table parcel (id integer);`;

let server: Served;
let shop: string;
beforeAll(async () => {
  server = await serve();
  shop = await server.register('shop', sql);
});
afterAll(() => server.end());

const at = (datasource_id: string) => ({ path: { datasource_id } });
const tables = async (query: Record<string, string> = {}) =>
  (await server.succeed('listDatasourceTables', { ...at(shop), query: { position: 'SOURCE', ...query } })).tables;
const columns = (table_name: string, id = shop) => ({ ...at(id), query: { position: 'TARGET', table_name } });

test('the tables are listed in order, by part of their names or by schema', async () => {
  expect(await tables()).toEqual(['main.a.b', 'main.orders', 'main.parcel']);
  expect(await tables({ filter: 'ORD' })).toEqual(['main.orders']);
  expect(await tables({ filter: 'main.p' })).toEqual(['main.parcel']);
  expect(await tables({ filter: '%' })).toEqual([]);
  expect(await tables({ db_schema: 'main' })).toHaveLength(3);
  expect(await tables({ db_schema: 'other' })).toEqual([]);
});

test('the columns of a table are listed with their flags, in the order of the table', async () => {
  const flags = { unique: '0', primary: '0' };
  const expected = [
    {
      field_name: 'id',
      field_type: 'INTEGER',
      field_length: '0',
      null_able: '0',
      primary: '1',
      unique: '1',
      decimal_digits: null,
    },
    { field_name: 'total', field_type: 'DECIMAL', field_length: '10', null_able: '0', ...flags, decimal_digits: '2' },
    { field_name: 'note', field_type: 'VARCHAR', field_length: '80', null_able: '1', ...flags, decimal_digits: null },
  ];
  for (const name of ['main.orders', 'orders']) {
    expect((await server.succeed('listDatasourceColumns', columns(name))).columns).toEqual(expected);
  }
  const { columns: ofKey } = await server.succeed('listDatasourceColumns', columns('main.a.b'));
  expect(ofKey.map(({ primary, unique }) => [primary, unique])).toEqual([
    ['1', '0'],
    ['1', '0'],
  ]);
});

test.each(['main.nothing', 'ORDERS', '.', "orders'; drop table orders"])(
  'a table that is not there is refused: %s',
  async (name) => {
    expect(await server.refuse('listDatasourceColumns', columns(name))).toEqual({
      status: 400,
      error_code: failures.UnknownTable.code,
      error_msg: `Invalid parameter [table_name]: the data source has no table [${name}] that its user may read.`,
    });
  },
);

test('a data source that is not there, or that cannot be read, is refused by name', async () => {
  const gone = await server.register('gone', sql);
  server.remove('gone.db');
  const calls = [
    ['listDatasourceTables', { query: { position: 'SOURCE' } }],
    ['listDatasourceColumns', { query: { position: 'SOURCE', table_name: 'x' } }],
    ['startTestDatasource', { body: sqliteSource('gone') }],
  ] as const;
  for (const [id, call] of calls) {
    expect(await server.refuse(id, { ...call, ...at('nowhere') })).toMatchObject({ status: 404 });
    expect(await server.refuse(id, { ...call, ...at(gone) })).toMatchObject({
      status: 400,
      error_code: failures.ConnectionFailed.code,
      error_msg: expect.stringContaining('The data source [gone]: '),
    });
  }
  expect(await server.refuse('updateDatasourceInfo', { ...at('nowhere'), body: sqliteSource('x') })).toMatchObject({
    status: 404,
  });
});

test('a change replaces all but ID and type, and is seen by the next reading', async () => {
  const id = await server.register('before', 'create table old_one (id integer)');
  server.sqlite('after.db', 'create table new_one (id integer)');
  const body = { ...sqliteSource('renamed'), content: { database_name: 'after.db' }, description: 'changed' };
  const changed = await server.succeed('updateDatasourceInfo', { ...at(id), body });
  expect(changed).toMatchObject({
    datasource_id: id,
    datasource_name: 'renamed',
    content: body.content,
    description: 'changed',
  });
  expect(await server.succeed('showDatasourceDetail', at(id))).toEqual(changed);
  const read = await server.succeed('listDatasourceTables', { ...at(id), query: { position: 'SOURCE' } });
  expect(read.tables).toEqual(['main.new_one']);
  await server.succeed('updateDatasourceInfo', { ...at(id), body: { ...body, description: undefined } });
  expect(await server.succeed('showDatasourceDetail', at(id))).not.toHaveProperty('description');
});

let fixed = 0;
test.each<[string, object, string]>([
  ['NameTaken', { datasource_name: 'shop' }, 'datasource_name'],
  ['InvalidValue', { datasource_type: 'KAFKA' }, 'datasource_type'],
  ['InvalidValue', { content: { database_name: '../outside.db' } }, 'content.database_name'],
])('a change that cannot be is refused as %s, and changes nothing: %j', async (name, facts, place) => {
  const id = await server.register(`fixed-${++fixed}`, sql);
  const before = await server.succeed('showDatasourceDetail', at(id));
  const body = { ...sqliteSource(before.datasource_name!), ...facts };
  expect(await server.refuse('updateDatasourceInfo', { ...at(id), body })).toMatchObject({
    status: 400,
    error_code: failures[name as 'NameTaken'].code,
    error_msg: expect.stringContaining(`Invalid parameter [${place}]: `),
  });
  expect(await server.succeed('showDatasourceDetail', at(id))).toEqual(before);
});

test('the password is kept where nothing changes its way, and has to be sent again where something does', async (context) => {
  takesLong(context);
  const postgres = await startPostgres(needs(context, 'postgres'));
  const own = await serve({ allowHosts: [`127.0.0.1:${postgres.port}`] });
  try {
    await postgres.run('create table kept (id integer)');
    const { user, password } = postgres;
    const content = {
      mode: 'default',
      host: '127.0.0.1',
      port: String(postgres.port),
      database_name: 'postgres',
      user_name: user,
    };
    const info = { datasource_name: 'pg', datasource_type: 'POSTGRESQL', app_id: 'app' };
    const { datasource_id } = await own.succeed('createDatasourceInfo', {
      body: { ...info, content: { ...content, password } },
    });
    const call = (facts: object = {}, more: object = {}) => ({
      ...at(datasource_id),
      body: { ...info, ...more, content: { ...content, ...facts } },
    });

    expect(await own.succeed('startTestDatasource', call())).toEqual({ result: true });
    await own.succeed('updateDatasourceInfo', call({}, { datasource_name: 'pg2' }));
    const list = { ...at(datasource_id), query: { position: 'SOURCE' } };
    expect((await own.succeed('listDatasourceTables', list)).tables).toEqual(['public.kept']);

    for (const facts of [
      { host: 'localhost' },
      { port: '1' },
      { user_name: 'other' },
      { database_name: 'other' },
      { ssl: true },
    ]) {
      for (const id of ['startTestDatasource', 'updateDatasourceInfo'] as const) {
        expect(await own.refuse(id, call(facts))).toMatchObject({
          status: 400,
          error_code: failures.SecretNeeded.code,
          error_msg: expect.stringContaining('Invalid parameter [content.password]: send the secret again'),
        });
      }
    }
    expect(await own.refuse('startTestDatasource', call({ password: 'wrong' }))).toMatchObject({
      status: 400,
      error_code: failures.ConnectionFailed.code,
    });
    expect(await own.refuse('startTestDatasource', call({ port: '1', password }))).toMatchObject({
      status: 400,
      error_code: failures.AddressNotAllowed.code,
    });
    expect((await own.succeed('listDatasourceTables', list)).tables).toEqual(['public.kept']);
    expect(JSON.stringify(await own.succeed('showDatasourceDetail', at(datasource_id)))).not.toContain(password);
  } finally {
    await own.end();
    await postgres.stop();
  }
});
