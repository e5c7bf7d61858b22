/** Reviewing what was proposed: thousands of mappings at once, those that want a look, and why. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serve } from './serve.ts';

let server: Served;
let ids: { readonly source_datasource_id: string; readonly target_datasource_id: string };
beforeAll(async () => {
  server = await serve();
  const [source, target] = [
    await server.register(
      'shop',
      'create table orders (id int, note text); create table users (id int, mail text); create table zebras (stripes int)',
    ),
    await server.register(
      'warehouse',
      'create table Orders (Id int); create table users (id int, mail text); create table audit_trail (happened text)',
    ),
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

test('what was proposed is explained, and what was not', async () => {
  const page = await list({ explain: 'true', max_percent: 99 });
  expect(page.mappings).toEqual([
    expect.objectContaining({
      source_table: 'main.orders',
      explanation: {
        rule: 'folded-name',
        confidence: expect.any(Number),
        runners_up: expect.any(Array),
        columns: [
          {
            source_column: 'id',
            target_column: 'Id',
            rule: 'folded-name',
            confidence: expect.any(Number),
            runners_up: [],
          },
        ],
        unmapped_source_columns: [expect.objectContaining({ column: 'note', reason: expect.any(String) })],
        unmapped_target_columns: [],
      },
    }),
  ]);
  expect(page).toMatchObject({
    unmapped_source_tables: [{ table: 'main.zebras', reason: 'no-counterpart' }],
    unmapped_source_tables_total_count: 1,
    unmapped_target_tables: [{ table: 'main.audit_trail', reason: 'no-counterpart' }],
    unmapped_target_tables_total_count: 1,
  });
});

test('a summary is explained without its columns, and a page beyond the end has no tables', async () => {
  const { mappings } = await list({ explain: 'true', fields: 'summary', limit: 10_000 });
  expect(mappings?.map(({ explanation }) => Object.keys(explanation ?? {}))).toEqual([
    ['rule', 'confidence', 'runners_up'],
    ['rule', 'confidence', 'runners_up'],
  ]);
  expect(await list({ explain: 'true', offset: 5 })).toMatchObject({
    mappings: [],
    unmapped_source_tables: [],
    unmapped_source_tables_total_count: 1,
  });
  const plain = await list();
  expect(plain).not.toHaveProperty('unmapped_source_tables');
  expect(plain.mappings?.some((each) => 'explanation' in each)).toBe(false);
});

test('what is mapped by hand is unmapped no more, and is not explained', async () => {
  const body = { ...ids, source_table: 'main.zebras', target_table: 'main.audit_trail' };
  const { mapping_id } = await server.succeed('createMultiTaskMappings', { path, body });
  const page = await list({ explain: 'true' });
  expect(page).toMatchObject({ unmapped_source_tables_total_count: 0, unmapped_target_tables: [] });
  expect(page.mappings?.find(({ id }) => id === mapping_id)).not.toHaveProperty('explanation');
  await server.succeed('deleteMultiTaskMapping', { path: { ...path, mapping_id } });
  expect(await list({ explain: 'true' })).toMatchObject({ unmapped_source_tables: [{ table: 'main.zebras' }] });
});

test('what was deleted is unmapped from then on', async () => {
  const body = { task_id: 'refusing', ...ids, auto_mapping: true };
  const [element] = await server.succeed('installMultiTasks', { body });
  const users = element?.mappings?.find(({ source_table }) => source_table === 'main.users')?.id ?? '';
  await server.succeed('deleteMultiTaskMapping', { path: { task_id: 'refusing', mapping_id: users } });
  const page = await server.succeed('listMultiTaskMappings', {
    path: { task_id: 'refusing' },
    query: { explain: 'true' },
  });
  expect(page.unmapped_source_tables).toEqual([
    { table: 'main.users', reason: 'refused' },
    { table: 'main.zebras', reason: 'no-counterpart' },
  ]);
});
