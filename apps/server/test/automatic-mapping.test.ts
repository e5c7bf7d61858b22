/** Automatic mapping by names and ranges: form data in, the answer of init out, over HTTP. */
import { failures } from '@roma-fdi/types';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { callerOf } from './caller.ts';
import { instance, project, type Served, serve, token } from './serve.ts';

const names = ['customers', 'orders'];
const tables = (...all: string[]) =>
  all.map((name) => `create table ${name} (id integer primary key, v text);`).join('\n');

let server: Served;
let sides: { source_ds_id: string; target_ds_id: string };
beforeAll(async () => {
  server = await serve({ maxAutoTables: 5 });
  sides = {
    source_ds_id: await server.register('shop', tables(...names)),
    target_ds_id: await server.register('copy', tables('copy_customers_v2', 'copy_orders_v2', 'orders')),
  };
});
afterAll(() => server.end());

const map = (form: Record<string, string>) =>
  server.succeed('createMultiTaskMappingsAutomatically', { form: { ...sides, ...form } });
const refuse = (form: Record<string, string>) =>
  server.refuse('createMultiTaskMappingsAutomatically', { form: { ...sides, ...form } });
const pairs = ([element]: Awaited<ReturnType<typeof map>>) =>
  (element?.mappings ?? []).map(({ source_table, target_table }) => `${source_table} ${target_table}`);

test('a prefix and a suffix say what a table is called', async () => {
  expect(pairs(await map({ mapping_prefix: 'copy_', mapping_suffix: '_v2' }))).toEqual([
    'main.customers main.copy_customers_v2',
    'main.orders main.copy_orders_v2',
  ]);
  expect(pairs(await map({}))).toContain('main.orders main.orders');
});

test('ranges leave out what they do not name', async (context) => {
  takesLong(context);
  const range = { source_select_mapping_tables: 'main.orders', target_select_mapping_tables: 'main.*' };
  expect(pairs(await map(range))).toEqual(['main.orders main.orders']);
  const other = { source_select_mapping_tables: 'main.*', target_select_mapping_tables: 'main.orders' };
  expect(pairs(await map(other))).toEqual(['main.orders main.orders']);
});

test('the answer is that of init: the pair, its groups, its mappings; and the task is that of the caller', async () => {
  const form = { task_id: 'mapped', source_group: 'G1', ext_info: '{"server_id":"42"}', task_type: '1' };
  const answer = await map(form);
  expect(answer).toMatchObject([
    {
      task_id: 'mapped',
      ext_info: { server_id: '42' },
      source_datasource_id: sides.source_ds_id,
      source_group: 'G1',
      target_group: 'TARGET_GROUP1',
    },
  ]);
  const again = await server.succeed('installMultiTasks', { body: { task_id: 'mapped' } });
  expect(again).toEqual(answer);
  expect(await map(form)).toEqual(answer);
  const [assigned] = await map({ task_id: '' });
  expect(assigned?.task_id).toMatch(/^[0-9a-f]{32}$/);
});

test('multipart is form data too', async (context) => {
  takesLong(context);
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...sides, mapping_prefix: 'copy_', mapping_suffix: '_v2' }))
    form.set(name, value);
  expect(pairs(await server.succeed('createMultiTaskMappingsAutomatically', { form }))).toHaveLength(2);
});

test.for<[string, Record<string, string>, string]>([
  ['UnknownDataSource', { source_ds_id: 'nowhere' }, 'source_ds_id'],
  ['UnknownDataSource', { target_ds_id: 'nowhere' }, 'target_ds_id'],
  ['InvalidValue', { task_type: '2' }, 'task_type'],
  ['InvalidValue', { ext_info: 'server 42' }, 'ext_info'],
  ['InvalidValue', { ext_info: '{"server":"42"}' }, 'ext_info'],
  ['InvalidValue', { ext_info: '{"server_id":42}' }, 'ext_info'],
  ['InvalidValue', { source_select_mapping_tables: 'main.orders,main.oders' }, 'source_select_mapping_tables'],
  ['InvalidValue', { target_select_mapping_tables: 'shop.*' }, 'target_select_mapping_tables'],
])('what cannot be is refused as %s, and stores nothing: %j', async ([name, form, place], context) => {
  // The other side of what the one before it shows, and the databases are read for it.
  if ('target_select_mapping_tables' in form) takesLong(context);
  expect(await refuse({ task_id: 'refused', ...form })).toMatchObject({
    status: failures[name as 'InvalidValue'].status,
    error_code: failures[name as 'InvalidValue'].code,
    error_msg: expect.stringContaining(`Invalid parameter [${place}]: `),
  });
  expect(await server.refuse('showTask', { path: { task_id: 'refused' } })).toMatchObject({ status: 404 });
});

test('more tables than the limit are refused with their number, and a range helps', async (context) => {
  takesLong(context);
  const many = await server.register('many', tables('a', 'b', 'c', 'd', 'e', 'f'));
  expect(await refuse({ source_ds_id: many })).toMatchObject({
    status: 400,
    error_msg: expect.stringMatching(/\[source_ds_id\]: the source has 6 tables, at most 5 .*ROMA_FDI_MAX_AUTO_TABLES/),
  });
  await map({ source_ds_id: many, source_select_mapping_tables: 'main.a,main.b' });
});

test('the instance is that of the source: data sources and tasks of another one are not there', async () => {
  const elsewhere = callerOf(server.url, { token, project, instance: 'elsewhere' });
  const { datasource_id } = await elsewhere.succeed('createDatasourceInfo', {
    body: { datasource_name: 'far', datasource_type: 'SQLITE', app_id: 'app', content: { database_name: 'shop.db' } },
  });
  expect(await refuse({ target_ds_id: datasource_id })).toMatchObject({
    error_msg: expect.stringContaining('[target_ds_id]'),
  });
  const [element] = await map({ source_ds_id: datasource_id, target_ds_id: datasource_id, task_id: 'there' });
  expect(element).toMatchObject({ source_instance_id: 'elsewhere', task_id: 'there' });
  expect(await server.refuse('showTask', { path: { task_id: 'there' } })).toMatchObject({ status: 404 });
  await elsewhere.succeed('showTask', { path: { task_id: 'there' } });
  const stranger = callerOf(server.url, { token, project: 'other', instance });
  expect(await stranger.refuse('createMultiTaskMappingsAutomatically', { form: sides })).toMatchObject({ status: 400 });
});
