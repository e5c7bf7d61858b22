/** What init does, row by row of the design's table, over HTTP with real SQLite files. */
import { failures } from '@roma-fdi/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { callerOf } from './caller.ts';
import { instance, project, type Served, serve, sqliteSource, token } from './serve.ts';

const shopSql = `
  create table customers (id integer primary key, email varchar(255), name text);
  create table orders (id integer primary key, customer_id integer, total decimal(10, 2));`;

/** Fifteen tables, so that the first page of ten is not all. */
const wideSql = Array.from(
  { length: 15 },
  (_, index) => `create table t${String(index).padStart(2, '0')} (id integer primary key, v text);`,
).join('\n');

let server: Served;
let shop: string;
let warehouse: string;
let wide: string;

beforeAll(async () => {
  server = await serve({ maxTables: 20, maxColumns: 2000 });
  shop = await server.register('shop', shopSql);
  warehouse = await server.register('warehouse', shopSql);
  wide = await server.register('wide', wideSql);
});
afterAll(() => server.end());

const init = (body?: object) => server.succeed('installMultiTasks', { body });
const refused = (body: object) => server.refuse('installMultiTasks', { body });
const pair = (source: string, target: string) => ({ source_datasource_id: source, target_datasource_id: target });
const page = (task_id: string, query: Record<string, string | number> = {}) =>
  server.succeed('listMultiTaskMappings', { path: { task_id }, query });

describe('task_id', () => {
  it.each([undefined, {}, { task_id: null }, { task_id: '' }])(
    'empty (%j) makes a new task with an ID of 32 hex digits',
    async (body) => {
      const [first, second] = [await init(body), await init(body)];
      expect(first[0]?.task_id).toMatch(/^[0-9a-f]{32}$/);
      expect(second[0]?.task_id).not.toBe(first[0]?.task_id);
    },
  );

  it('that is unknown makes a new task under it', async () => {
    expect(await init({ task_id: 'Chosen.by-me_1' })).toEqual([
      { task_id: 'Chosen.by-me_1', mappings: [], schema_mappings: [], mappings_total_count: 0 },
    ]);
    const { task } = await server.succeed('showTask', { path: { task_id: 'Chosen.by-me_1' } });
    expect(task).toMatchObject({
      task_id: 'Chosen.by-me_1',
      task_type: 'realtime',
      status: 'stop',
      project_id: project,
    });
  });

  it('is unique within project and instance', async () => {
    const elsewhere = callerOf(server.url, { token, project, instance: 'another' });
    await init({ task_id: 'everywhere', ...pair(shop, warehouse) });
    expect(await elsewhere.succeed('installMultiTasks', { body: { task_id: 'everywhere' } })).toMatchObject([
      { mappings_total_count: 0 },
    ]);
    await elsewhere.succeed('deleteTask', { path: { task_id: 'everywhere' } });
    expect((await page('everywhere')).source_ds_id).toBe(shop);
  });
});

describe('no data source', () => {
  it('gives a task without pairs the same answer the first and every other time, whatever auto_mapping says', async () => {
    const first = await init({ task_id: 'bare', auto_mapping: true });
    expect(first).toEqual([{ task_id: 'bare', mappings: [], schema_mappings: [], mappings_total_count: 0 }]);
    for (const body of [
      { task_id: 'bare' },
      { task_id: 'bare', auto_mapping: true },
      { task_id: 'bare', source_datasource_id: '', target_datasource_id: null },
    ])
      expect(await init(body)).toEqual(first);
  });

  it('gives all pairs of a known task, in the order in which they were added', async () => {
    await init({ task_id: 'pairs', ...pair(shop, warehouse) });
    await init({ task_id: 'pairs', ...pair(wide, wide) });
    const both = await init({ task_id: 'pairs' });
    expect(both.map(({ source_ds_id, target_ds_id }) => [source_ds_id, target_ds_id])).toEqual([
      [shop, warehouse],
      [wide, wide],
    ]);
    expect(both.map(({ mappings_total_count }) => mappings_total_count)).toEqual([0, 0]);
  });

  it('with auto_mapping maps all pairs of a known task', async (context) => {
    takesLong(context);
    await init({ task_id: 'mapped-at-last', ...pair(shop, warehouse) });
    await init({ task_id: 'mapped-at-last', ...pair(wide, wide) });
    const both = await init({ task_id: 'mapped-at-last', auto_mapping: true });
    expect(both.map(({ mappings_total_count }) => mappings_total_count)).toEqual([2, 15]);
  });
});

describe('both data sources', () => {
  it('add the pair, with the facts of both', async () => {
    const [element, ...more] = await init({
      task_id: 'facts',
      ext_info: { server_id: '1111' },
      ...pair(shop, warehouse),
    });
    expect(more).toEqual([]);
    expect(element).toEqual({
      ext_info: { server_id: '1111' },
      task_id: 'facts',
      source_datasource_id: shop,
      target_datasource_id: warehouse,
      source_group: 'SOURCE_GROUP1',
      target_group: 'TARGET_GROUP1',
      source_ds_id: shop,
      target_ds_id: warehouse,
      source_instance_id: instance,
      target_instance_id: instance,
      source_app_id: 'tests',
      target_app_id: 'tests',
      source_datasource_name: 'shop',
      target_datasource_name: 'warehouse',
      source_datasource_type: 'SQLITE',
      target_datasource_type: 'SQLITE',
      mappings: [],
      schema_mappings: [],
      mappings_total_count: 0,
    });
  });

  it('that are there already change nothing', async () => {
    const first = await init({ task_id: 'twice', ...pair(shop, warehouse) });
    const before = await server.succeed('showTask', { path: { task_id: 'twice' } });
    expect(await init({ task_id: 'twice', ...pair(shop, warehouse) })).toEqual(first);
    expect(await server.succeed('showTask', { path: { task_id: 'twice' } })).toEqual(before);
  });

  it('may be the same, and the other way round is another pair', async (context) => {
    takesLong(context);
    await init({ task_id: 'mirrored', ...pair(shop, shop), auto_mapping: true });
    await init({ task_id: 'mirrored', ...pair(shop, warehouse) });
    await init({ task_id: 'mirrored', ...pair(warehouse, shop) });
    const all = await init({ task_id: 'mirrored' });
    expect(all).toHaveLength(3);
    expect(all[0]?.mappings?.map(({ mapping_percent }) => mapping_percent)).toEqual([100, 100]);
  });

  it('are answered alone, whatever other pairs the task has', async () => {
    await init({ task_id: 'several', ...pair(shop, warehouse) });
    const [element, ...more] = await init({ task_id: 'several', ...pair(wide, warehouse) });
    expect([element?.source_ds_id, more.length]).toEqual([wide, 0]);
  });
});

describe('one data source, or an unknown one', () => {
  it.each([
    ['target_datasource_id', () => ({ source_datasource_id: shop })],
    ['target_datasource_id', () => ({ source_datasource_id: shop, target_datasource_id: '' })],
    ['source_datasource_id', () => ({ source_datasource_id: null, target_datasource_id: shop })],
  ])('is refused, naming the missing %s', async (name, body) => {
    expect(await refused({ task_id: 'never-made', ...body() })).toMatchObject({
      status: 400,
      error_code: failures.MissingDataSource.code,
      error_msg: expect.stringContaining(`[${name}]`),
    });
  });

  it.each([true, false])('is refused by name with auto_mapping %s, the source first', async (auto_mapping) => {
    const code = failures.UnknownDataSource.code;
    for (const [ids, name] of [
      [pair('unknown', warehouse), 'source_datasource_id'],
      [pair(shop, 'unknown'), 'target_datasource_id'],
      [pair('unknown', 'unheard-of'), 'source_datasource_id'],
    ] as const)
      expect(await refused({ task_id: 'never-made', ...ids, auto_mapping })).toMatchObject({
        status: 400,
        error_code: code,
        error_msg: expect.stringContaining(`[${name}]`),
      });
  });

  it('of another instance is unknown in this one', async () => {
    const elsewhere = callerOf(server.url, { token, project, instance: 'another' });
    const refusal = await elsewhere.refuse('installMultiTasks', { body: pair(shop, warehouse) });
    expect(refusal.error_msg).toContain('[source_datasource_id]');
  });

  it('leaves no task behind', async () => {
    expect(await server.refuse('showTask', { path: { task_id: 'never-made' } })).toMatchObject({ status: 404 });
  });
});

describe('auto_mapping', () => {
  it.each([undefined, null, false])('%s makes no mapping', async (auto_mapping) => {
    expect(await init({ ...pair(shop, warehouse), auto_mapping })).toMatchObject([
      { mappings: [], mappings_total_count: 0 },
    ]);
  });

  it('true pairs tables and columns, in the words of the wire', async () => {
    const [element] = await init({ ...pair(shop, warehouse), auto_mapping: true });
    expect(element).toMatchObject({
      mappings_total_count: 2,
      schema_mappings: [{ source_schema: 'main', target_schema: 'main', status: 'AUTO' }],
    });
    expect(
      element?.mappings?.map(({ source_table, target_table, status }) => [source_table, target_table, status]),
    ).toEqual([
      ['main.customers', 'main.customers', 'AUTO'],
      ['main.orders', 'main.orders', 'AUTO'],
    ]);
    expect(element?.mappings?.[0]).toMatchObject({
      mapping_percent: 100,
      source_columns: [
        { field_name: 'id', field_type: 'INTEGER', field_length: '0' },
        { field_name: 'email', field_type: 'VARCHAR', field_length: '255' },
        { field_name: 'name', field_type: 'TEXT', field_length: '0' },
      ],
      mapping: [
        { source_column: 'id', target_column: 'id' },
        { source_column: 'email', target_column_length: '255' },
        { source_column: 'name' },
      ],
    });
  });

  it('shows the first ten, counts all, and leaves the pages to the list', async () => {
    const [element] = await init({ task_id: 'wide', ...pair(wide, wide), auto_mapping: true });
    expect([element?.mappings?.length, element?.mappings_total_count]).toEqual([10, 15]);
    const [first, second] = [await page('wide', { limit: 10 }), await page('wide', { limit: 10, offset: 10 })];
    expect(first.mappings).toEqual(element?.mappings);
    expect([first.mappings_total_count, second.mappings?.length]).toEqual([15, 5]);
    const tables = [...(first.mappings ?? []), ...(second.mappings ?? [])].map(({ source_table }) => source_table);
    expect(tables).toEqual(tables.toSorted());
  });

  it('again keeps what is mapped, adds what is new behind it, and removes nothing', async () => {
    const [from, to] = [await server.register('growing', shopSql), await server.register('grown', shopSql)];
    const body = { task_id: 'growing', ...pair(from, to), auto_mapping: true };
    const [before] = await init(body);
    server.sqlite(
      'growing.db',
      'create table a_new_one (id integer, v text); drop table orders; alter table customers add column phone text',
    );
    server.sqlite('grown.db', 'create table a_new_one (id integer, v text)');
    const [after] = await init(body);
    expect(after?.mappings?.slice(0, 2)).toEqual(before?.mappings);
    expect(after?.mappings?.map(({ source_table }) => source_table)).toEqual([
      'main.customers',
      'main.orders',
      'main.a_new_one',
    ]);
    expect(after?.schema_mappings).toEqual(before?.schema_mappings);
    expect(await page('growing', { limit: 2 })).toMatchObject({ mappings: before?.mappings, mappings_total_count: 3 });
    expect(await init({ ...body, auto_mapping: false })).toEqual([after]);
  });
});

describe('a database that cannot be mapped', () => {
  it('with too many tables is refused with the count, the limit and the option, and nothing is stored', async () => {
    const sql = Array.from({ length: 21 }, (_, index) => `create table t${index} (id integer);`).join('\n');
    const huge = await server.register('huge', sql);
    expect(await refused({ task_id: 'too-many', ...pair(shop, huge), auto_mapping: true })).toMatchObject({
      status: 400,
      error_code: failures.TooManyTables.code,
      error_msg: expect.stringMatching(/\[target_datasource_id\]: .*21 tables, at most 20 .*ROMA_FDI_MAX_TABLES/),
    });
    expect(await server.refuse('showTask', { path: { task_id: 'too-many' } })).toMatchObject({ status: 404 });
  });

  it('with too many columns in all is refused with the count, the limit and the option', async (context) => {
    takesLong(context);
    const columns = Array.from({ length: 667 }, (_, index) => `c${index}`).join();
    const wide = await server.register(
      'of_columns',
      ['a', 'b', 'c'].map((name) => `create table ${name} (${columns});`).join(''),
    );
    expect(await refused({ task_id: 'too-many', ...pair(shop, wide), auto_mapping: true })).toMatchObject({
      status: 400,
      error_code: failures.TooManyTables.code,
      error_msg: expect.stringMatching(/\[target_datasource_id\]: .*2001 columns, at most 2000 .*ROMA_FDI_MAX_COLUMNS/),
    });
  });

  it.for([
    ['is missing', ''],
    ['is no database', 'not a database'],
  ] as const)(
    'that %s is told as unreachable, without its folder, and nothing is stored',
    async ([_, content], context) => {
      const name = content === '' ? 'missing' : 'broken';
      if (content !== '') takesLong(context);
      if (content !== '') server.write(`${name}.db`, content);
      const { datasource_id } = await server.succeed('createDatasourceInfo', { body: sqliteSource(name) });
      for (const ids of [pair(shop, datasource_id), pair(datasource_id, shop)]) {
        const refusal = await refused({ task_id: `unreachable-${name}`, ...ids, auto_mapping: true });
        expect(refusal).toMatchObject({
          status: 400,
          error_code: failures.ConnectionFailed.code,
          error_msg: expect.stringContaining(`[${name}]`),
        });
        expect(refusal.error_msg).not.toContain(server.folder);
      }
      expect(await server.refuse('showTask', { path: { task_id: `unreachable-${name}` } })).toMatchObject({
        status: 404,
      });
      expect(await init({ task_id: `unreachable-${name}`, ...pair(shop, datasource_id) })).toMatchObject([
        { mappings_total_count: 0 },
      ]);
    },
  );
});

describe('a data source', () => {
  it('is not deleted while a task uses it, and the task is named', async () => {
    const used = await server.register('used', shopSql);
    await init({ task_id: 'user-of-it', ...pair(used, used) });
    const path = { datasource_id: used };
    expect(await server.refuse('deleteDatasourceInfoById', { path })).toMatchObject({
      status: 400,
      error_code: failures.DataSourceInUse.code,
      error_msg: expect.stringContaining('user-of-it'),
    });
    await server.succeed('deleteTask', { path: { task_id: 'user-of-it' } });
    await server.succeed('deleteDatasourceInfoById', { path });
    expect(await server.refuse('deleteDatasourceInfoById', { path })).toMatchObject({
      status: 404,
      error_code: failures.DataSourceNotFound.code,
    });
  });

  it('has a name of its own within project and instance', async () => {
    const body = sqliteSource('shop');
    expect(await server.refuse('createDatasourceInfo', { body })).toMatchObject({
      status: 400,
      error_code: failures.NameTaken.code,
    });
    const elsewhere = callerOf(server.url, { token, project, instance: 'another' });
    expect(await elsewhere.succeed('createDatasourceInfo', { body })).toMatchObject({
      datasource_name: 'shop',
      instance_id: 'another',
    });
  });

  it('of a type that is not served is refused, naming those that are', async () => {
    const refusal = await server.refuse('createDatasourceInfo', {
      body: { ...sqliteSource('other'), datasource_type: 'ORACLE' },
    });
    expect(refusal).toMatchObject({
      status: 400,
      error_code: failures.InvalidValue.code,
      error_msg: expect.stringContaining('SQLITE, POSTGRESQL, and MYSQL'),
    });
  });
});

describe('the mappings of a task with several pairs', () => {
  it('need a filter that leaves one pair, and the pairs are listed', async (context) => {
    takesLong(context);
    await init({ task_id: 'choose', ...pair(shop, warehouse), auto_mapping: true });
    await init({ task_id: 'choose', ...pair(wide, warehouse) });
    expect(await server.refuse('listMultiTaskMappings', { path: { task_id: 'choose' } })).toMatchObject({
      status: 400,
      error_code: failures.SeveralPairs.code,
      error_msg: expect.stringContaining(`${shop} > ${warehouse}, ${wide} > ${warehouse}`),
    });
    expect((await page('choose', { source_datasource_id: shop })).mappings_total_count).toBe(2);
    expect((await page('choose', { source_datasource_id: wide })).mappings_total_count).toBe(0);
    expect(
      (await page('choose', { source_datasource_id: shop, source_table: 'main.orders' })).mappings_total_count,
    ).toBe(1);
    expect((await page('choose', { source_datasource_id: shop, table_name: 'orders' })).mappings_total_count).toBe(1);
    expect((await page('choose', { source_datasource_id: shop, target_table: 'nowhere' })).mappings_total_count).toBe(
      0,
    );
  });
});

it('64 callers at once with one task_id make one task with one pair, and get the same answer', async (context) => {
  takesLong(context);
  const body = { task_id: 'crowded', ...pair(wide, wide), auto_mapping: true };
  const answers = await Promise.all(Array.from({ length: 64 }, () => server.send('installMultiTasks', { body })));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 64 }, () => 200));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(new Set(answers.map(({ headers }) => headers.get('x-request-id'))).size).toBe(64);
  expect(await init({ task_id: 'crowded' })).toEqual(JSON.parse(answers[0]?.text ?? ''));
});
