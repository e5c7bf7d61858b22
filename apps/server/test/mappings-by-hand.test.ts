/** Mappings made, changed and deleted by hand, checked against real databases, over HTTP. */
import { failures } from '@roma-fdi/types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { type Served, serve } from './serve.ts';

const shop = `create table customers (id integer primary key, mail varchar(80), note text);
  create table orders (id integer primary key, total decimal(10, 2)); create table "a.b" (id integer);`;
const depot = 'create table zz9 (qk integer, qe varchar(99)); create table orders (id integer);';

let server: Served;
let pair: { source_datasource_id: string; target_datasource_id: string };
beforeAll(async () => {
  server = await serve();
  pair = {
    source_datasource_id: await server.register('shop', shop),
    target_datasource_id: await server.register('depot', depot),
  };
});
afterAll(() => server.end());

let tasks = 0;
/** A new task with the pair and its one automatic mapping, `orders`. */
async function task(): Promise<string> {
  const task_id = `task-${++tasks}`;
  await server.succeed('installMultiTasks', { body: { task_id, ...pair, auto_mapping: true } });
  return task_id;
}

const clients = { source_table: 'main.customers', target_table: 'zz9' };
const columns = [
  { source_column: 'mail', target_column: 'qe' },
  { source_column: 'id', target_column: 'qk' },
];
const make = (task_id: string, body: object) =>
  server.succeed('createMultiTaskMappings', { path: { task_id }, body: { ...pair, ...body } });
const refuseToMake = (task_id: string, body: object) =>
  server.refuse('createMultiTaskMappings', { path: { task_id }, body: { ...pair, ...body } });
const mappingsOf = async (task_id: string) =>
  (await server.succeed('listMultiTaskMappings', { path: { task_id } })).mappings ?? [];
const tablesOf = async (task_id: string) =>
  (await mappingsOf(task_id)).map(
    (one) => `${one.source_table} ${one.target_table} ${one.status} ${one.mapping_percent}`,
  );
const proposed = 'main.orders main.orders AUTO 50';

describe('a mapping by hand', () => {
  test('takes its columns and types from the databases, in the order of the source', async () => {
    const id = await task();
    const { mapping_id } = await make(id, { ...clients, mapping_columns: columns, ext_info: { server_id: '7' } });
    expect(await tablesOf(id)).toEqual([proposed, 'main.customers main.zz9 MANUAL 66']);
    const [, mapping] = await mappingsOf(id);
    expect(mapping).toMatchObject({
      id: mapping_id,
      source_columns: [
        { field_name: 'id', field_type: 'INTEGER', field_length: '0' },
        { field_name: 'mail', field_type: 'VARCHAR', field_length: '80' },
        { field_name: 'note', field_type: 'TEXT', field_length: '0' },
      ],
      target_columns: [{ field_name: 'qk' }, { field_name: 'qe', field_length: '99' }],
      mapping: [
        { source_column: 'id', target_column: 'qk', source_column_type: 'INTEGER' },
        { source_column: 'mail', target_column: 'qe', target_column_length: '99' },
      ],
    });
    expect((await server.succeed('listMultiTaskMappings', { path: { task_id: id } })).ext_info).toEqual({
      server_id: '7',
    });
  });

  test('is not touched by automatic mapping, nor is a deleted proposal made again', async () => {
    const id = await task();
    const [first] = await mappingsOf(id);
    await server.succeed('deleteMultiTaskMapping', { path: { task_id: id, mapping_id: first!.id! } });
    await make(id, { ...clients });
    await server.succeed('installMultiTasks', { body: { task_id: id, ...pair, auto_mapping: true } });
    // What the deleted one had is free for the next best.
    expect(await tablesOf(id)).toEqual(['main.customers main.zz9 MANUAL 0', 'main.a.b main.orders AUTO 62']);
  });

  test('is replaced whole, and keeps its ID', async (context) => {
    takesLong(context);
    const id = await task();
    const [first] = await mappingsOf(id);
    const path = { task_id: id, mapping_id: first!.id! };
    const body = { ...pair, ...clients, mapping_columns: columns };
    expect(await server.succeed('updateMultiTaskMappings', { path, body })).toEqual({ mapping_id: first!.id });
    expect(await tablesOf(id)).toEqual(['main.customers main.zz9 MANUAL 66']);
    expect(await mappingsOf(id)).toMatchObject([{ id: first!.id }]);
  });

  test('of two callers the later one wins, whole', async (context) => {
    takesLong(context);
    const id = await task();
    const { mapping_id } = await make(id, clients);
    const bodies = [columns.slice(0, 1), columns.slice(1)].map((mapping_columns) => ({
      ...pair,
      ...clients,
      mapping_columns,
    }));
    const path = { task_id: id, mapping_id };
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        server.succeed('updateMultiTaskMappings', { path, body: bodies[index % 2] }),
      ),
    );
    const { mapping } = (await mappingsOf(id))[1]!;
    expect(mapping).toHaveLength(1);
  });

  // None of them changes it.
  let wrong: string | undefined;
  /** Outside CI one of each kind: of the tables, of a list of columns, of the pairs, of what is mapped. */
  const kinds = /target_table\]: the table|no table \[main\.custmers|\[nickname\]|\[qk\] stands in another|already\.$/;
  test.for<[object, string]>([
    [{ source_table: 'main.customers' }, '[target_table]: the table is needed.'],
    [{ ...clients, source_table: 'main.custmers' }, '[source_table]: the source has no table [main.custmers]'],
    [{ ...clients, source_table: 'MAIN.customers' }, '[source_table]: the source has no table'],
    [
      { ...clients, source_columns: [{ field_name: 'id' }, { field_name: 'nickname' }] },
      '[source_columns.1.field_name]: main.customers has no column [nickname].',
    ],
    [
      { ...clients, source_columns: [{ field_name: 'id' }, { field_name: 'mail' }, { field_name: 'id' }] },
      '[source_columns.2.field_name]: the column [id] stands in the list already.',
    ],
    [
      { ...clients, target_columns: [{ field_name: 'qk' }, { field_name: 'qk' }] },
      '[target_columns.1.field_name]: the column [qk] stands in the list already.',
    ],
    [
      { ...clients, source_table: 'main.orders', source_columns: [{ field_name: 'qk' }] },
      '[source_columns.0.field_name]: main.orders has no column [qk].',
    ],
    [{ source_table: 'zz9', target_table: 'zz9' }, '[source_table]: the source has no table [zz9]'],
    [{ source_table: 'customers', target_table: 'customers' }, '[target_table]: the target has no table [customers]'],
    [
      { ...clients, mapping_columns: [{ source_column: 'id', target_column: 'name' }] },
      '[mapping_columns.0.target_column]: main.zz9 has no column [name].',
    ],
    [
      { ...clients, mapping_columns: [...columns, { source_column: 'mail', target_column: 'qk' }] },
      '[mapping_columns.2.source_column]: the column [mail] stands in another pair already.',
    ],
    [
      { ...clients, mapping_columns: [...columns, { source_column: 'note', target_column: 'qk' }] },
      '[mapping_columns.2.target_column]: the column [qk] stands in another pair already.',
    ],
    [{ source_table: 'orders', target_table: 'orders' }, 'maps these tables already.'],
  ])('that does not fit is refused, by its place, and changes nothing: %j', async ([body, message], context) => {
    if (!kinds.test(message)) takesLong(context);
    wrong ??= await task();
    const id = wrong;
    const refused = await refuseToMake(id, body);
    expect(refused).toMatchObject({ status: 400, error_code: failures.MappingMismatch.code });
    expect(refused.error_msg.startsWith(failures.MappingMismatch.message)).toBe(true);
    expect(refused.error_msg).toContain(message);
    expect(await tablesOf(id)).toEqual([proposed]);
  });

  test('needs a task, a mapping of it, registered data sources, and a pair of them', async (context) => {
    takesLong(context);
    const id = await task();
    const other = await task();
    const [mapping] = await mappingsOf(other);
    expect(await refuseToMake('nowhere', clients)).toMatchObject({ status: 404 });
    expect(await refuseToMake(id, { ...clients, target_datasource_id: 'nowhere' })).toMatchObject({
      error_msg: expect.stringContaining('[target_datasource_id]'),
    });
    const turned = { source_datasource_id: pair.target_datasource_id, target_datasource_id: pair.source_datasource_id };
    expect(await refuseToMake(id, { ...turned, source_table: 'zz9', target_table: 'customers' })).toMatchObject({
      error_msg: expect.stringContaining('the task has no pair of these data sources'),
    });
    for (const mapping_id of [mapping!.id!, 'nowhere']) {
      const path = { task_id: id, mapping_id };
      const missing = { status: 400, error_code: failures.MappingNotFound.code };
      expect(await server.refuse('deleteMultiTaskMapping', { path })).toMatchObject(missing);
      expect(await server.refuse('updateMultiTaskMappings', { path, body: { ...pair, ...clients } })).toMatchObject(
        missing,
      );
    }
    expect(await tablesOf(other)).toEqual([proposed]);
  });

  test('is stored unchecked where a database is gone, if all of its columns are given', async (context) => {
    takesLong(context);
    const own = await serve();
    const gone = await own.register('gone', shop);
    const there = await own.register('there', depot);
    const sides = { source_datasource_id: gone, target_datasource_id: there };
    await own.succeed('installMultiTasks', { body: { task_id: 'offline', ...sides } });
    own.remove('gone.db');
    const body = {
      ...sides,
      ...clients,
      source_columns: [{ field_name: 'anything', field_type: 'INT', field_length: '11' }],
      mapping_columns: [{ source_column: 'anything', target_column: 'qk' }],
    };
    const path = { task_id: 'offline' };
    await own.succeed('createMultiTaskMappings', { path, body });
    const { mappings } = await own.succeed('listMultiTaskMappings', { path });
    expect(mappings).toMatchObject([{ source_table: 'main.customers', mapping_percent: 100, status: 'MANUAL' }]);
    for (const source_columns of [null, [], [{ field_name: 'anything', field_type: 'INT' }]]) {
      expect(await own.refuse('createMultiTaskMappings', { path, body: { ...body, source_columns } })).toMatchObject({
        status: 400,
        error_code: failures.ConnectionFailed.code,
      });
    }
    await own.end();
  });

  test('names a table with a dot in it as it is', async (context) => {
    takesLong(context);
    const id = await task();
    await make(id, { source_table: 'main.a.b', target_table: 'zz9' });
    expect(await tablesOf(id)).toContain('main.a.b main.zz9 MANUAL 0');
  });
});
