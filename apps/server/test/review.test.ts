/** Reviewing what was proposed: thousands of mappings at once, those that want a look, and why. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serve } from './serve.ts';

let server: Served;
let ids: { readonly source_datasource_id: string; readonly target_datasource_id: string };
beforeAll(async () => {
  server = await serve();
  const [source, target] = [
    await server.register('shop', 'create table orders (id int, note text); create table users (id int, mail text)'),
    await server.register('warehouse', 'create table Orders (Id int); create table users (id int, mail text)'),
  ];
  ids = { source_datasource_id: source, target_datasource_id: target };
  await server.succeed('installMultiTasks', { body: { task_id: 'review', ...ids, auto_mapping: true } });
});
afterAll(() => server.end());

const path = { task_id: 'review' };
const list = (query: Record<string, string | number> = {}) => server.succeed('listMultiTaskMappings', { path, query });

test('a summary counts the columns and has none', async () => {
  const { mappings, mappings_total_count } = await list({ fields: 'summary', limit: 10_000 });
  expect(mappings_total_count).toBe(2);
  const whole = await list();
  expect(mappings).toEqual([
    {
      id: whole.mappings?.[0]?.id,
      source_table: 'main.orders',
      target_table: 'main.Orders',
      mapping_percent: whole.mappings?.[0]?.mapping_percent,
      status: 'AUTO',
      mapped: 1,
      unmapped: 1,
    },
    expect.objectContaining({ source_table: 'main.users', mapping_percent: 100, mapped: 2, unmapped: 0 }),
  ]);
});

test('long pages are for summaries alone', async () => {
  await list({ limit: 1000 });
  expect(await server.refuse('listMultiTaskMappings', { path, query: { limit: 1001 } })).toMatchObject({
    status: 400,
    error_msg: expect.stringContaining('[limit] must be at most 1000'),
  });
  expect(
    await server.refuse('listMultiTaskMappings', { path, query: { limit: 10_001, fields: 'summary' } }),
  ).toMatchObject({
    status: 400,
    error_msg: expect.stringContaining('[limit] must be at most 10000'),
  });
});

test('those that want a look are found by percentage and status', async () => {
  const tables = async (query: Record<string, string | number>) => {
    const page = await list(query);
    expect(page.mappings_total_count).toBe(page.mappings?.length);
    return page.mappings?.map(({ source_table }) => source_table);
  };
  expect(await tables({ max_percent: 99 })).toEqual(['main.orders']);
  expect(await tables({ max_percent: 100, status: 'AUTO' })).toEqual(['main.orders', 'main.users']);
  expect(await tables({ status: 'MANUAL' })).toEqual([]);
});
