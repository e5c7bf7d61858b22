/** What people decide on proposals: applied wholly or not at all, and heeded from then on. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { failures } from '@roma-fdi/types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import type { Engine } from '../src/runs/engine.ts';
import { type Served, serve } from './serve.ts';

const source = `create table orders (id integer primary key, qty int, note text);
  create table users (id integer primary key, mail text);
  create table lots (id integer primary key, qty int);
  create table zebras (stripes int)`;
const target = `create table Orders (id integer primary key, quantity int, zz9 text);
  create table users (id integer primary key, mail text, phone text);
  create table old_users (id integer primary key, mail text);
  create table lots (id integer primary key, quantity int, volume int);
  create table audit_trail (happened text, stripe_count int)`;

let server: Served;
let ids: { readonly source_datasource_id: string; readonly target_datasource_id: string };
const states: Engine = { start: async () => undefined, stop: async () => undefined };
beforeAll(async () => {
  server = await serve({}, { engine: states });
  ids = {
    source_datasource_id: await server.register('shop', source),
    target_datasource_id: await server.register('warehouse', target),
  };
});
afterAll(() => server.end());

let task: string;
const mapAnew = async (pair = ids): Promise<void> => {
  const [element] = await server.succeed('installMultiTasks', { body: { ...pair, auto_mapping: true } });
  task = element!.task_id;
};

const path = () => ({ task_id: task });
const apply = (body: object) => server.succeed('applyMultiTaskDecisions', { path: path(), body });
const refuse = (body: object) => server.refuse('applyMultiTaskDecisions', { path: path(), body });
const list = async (query: Record<string, string> = {}) =>
  (await server.succeed('listMultiTaskMappings', { path: path(), query: { limit: 1000, ...query } })).mappings ?? [];
const tables = async () => (await list()).map(({ source_table, target_table }) => `${source_table} ${target_table}`);
const mappingOf = async (name: string) => {
  const found = (await list({ explain: 'true' })).find(({ source_table }) => source_table === `main.${name}`);
  if (!found) throw new Error(`${name} is not mapped.`);
  return found;
};
const pairsOf = async (name: string) =>
  (await mappingOf(name)).mapping?.map((pair) => `${pair.source_column} ${pair.target_column}`);
const init = () => server.succeed('installMultiTasks', { body: { ...path(), ...ids, auto_mapping: true } });
const nothing = {
  accepted_count: 0,
  created_count: 0,
  updated_count: 0,
  deleted_count: 0,
  refused_count: 0,
  unchanged_count: 0,
};

describe('a document of decisions', () => {
  test('accepts, makes, changes and refuses, counts it, and changes nothing the second time', async () => {
    await mapAnew();
    const before = await list();
    const document = {
      accepted: [{ source: 'main.users', target: 'main.users' }],
      fixed: [
        { source: 'zebras', target: 'audit_trail', columns: [{ source: 'stripes', target: 'stripe_count' }] },
        { source: 'orders', target: 'Orders', columns: [{ source: 'note', target: 'zz9' }] },
      ],
      refused: [{ source: 'main.lots', target: 'main.lots' }],
    };
    expect(await apply(document)).toEqual({
      ...nothing,
      accepted_count: 1,
      created_count: 1,
      updated_count: 1,
      deleted_count: 1,
      refused_count: 1,
    });
    const after = await list();
    expect(after.map(({ id }) => id).slice(0, 2)).toEqual(
      before.filter(({ source_table }) => source_table !== 'main.lots').map(({ id }) => id),
    );
    expect(await mappingOf('users')).toMatchObject({ status: 'MANUAL', explanation: { rule: 'given', confidence: 1 } });
    expect(await mappingOf('zebras')).toMatchObject({ status: 'MANUAL', mapping_percent: 100 });
    expect(await pairsOf('orders')).toContain('note zz9');
    const page = await server.succeed('listMultiTaskMappings', { path: path(), query: { explain: 'true' } });
    expect(page.unmapped_source_tables).toContainEqual({ table: 'main.lots', reason: 'refused' });

    expect(await apply(document)).toEqual({ ...nothing, unchanged_count: 4 });
    expect(await list()).toEqual(after);
  });

  test('of nothing changes nothing', async (context) => {
    takesLong(context);
    await mapAnew();
    const modified = async () => (await server.succeed('showTask', { path: path() })).task.last_modified_date;
    const before = await modified();
    expect(await apply({})).toEqual(nothing);
    expect(await apply({ accepted: [], refused: null })).toEqual(nothing);
    expect(await modified()).toBe(before);
  });

  test('refuses single columns, and the mapping of their tables stays', async () => {
    await mapAnew();
    const refused = [{ source: 'users', target: 'users', columns: [{ source: 'mail', target: 'mail' }] }];
    expect(await apply({ refused })).toEqual({ ...nothing, updated_count: 1, refused_count: 1 });
    expect(await pairsOf('users')).toEqual(['id id']);
    expect((await mappingOf('users')).explanation?.unmapped_source_columns).toEqual([
      { column: 'mail', reason: 'refused' },
    ]);
  });
});

describe('later automatic mapping heeds', () => {
  test('what was refused: it is not proposed again, the next best is', async () => {
    await mapAnew();
    expect(await tables()).toContain('main.users main.users');
    await apply({ refused: [{ source: 'users', target: 'users' }] });
    await init();
    expect(await tables()).not.toContain('main.users main.users');
    expect(await tables()).toContain('main.users main.old_users');
  });

  test('what was deleted one by one as well', async (context) => {
    takesLong(context);
    await mapAnew();
    const users = (await list()).find(({ source_table }) => source_table === 'main.users');
    await server.succeed('deleteMultiTaskMapping', { path: { ...path(), mapping_id: users!.id! } });
    await init();
    expect(await tables()).toContain('main.users main.old_users');
  });

  test('what was confirmed and made: it stays as it is', async () => {
    await mapAnew();
    await apply({
      accepted: [{ source: 'orders', target: 'Orders' }],
      fixed: [{ source: 'zebras', target: 'audit_trail', columns: [{ source: 'stripes', target: 'stripe_count' }] }],
    });
    const before = await list({ explain: 'true' });
    await init();
    expect(await list({ explain: 'true' })).toEqual(before);
  });

  test('refused columns, where the tables are proposed anew', async (context) => {
    takesLong(context);
    await mapAnew();
    const columns = [{ source: 'mail', target: 'mail' }];
    await apply({ refused: [{ source: 'users', target: 'users', columns }] });
    const users = await mappingOf('users');
    // Made by hand by now, so its deletion is remembered: lifted again by hand, and deleted by hand.
    await server.succeed('deleteMultiTaskMapping', { path: { ...path(), mapping_id: users.id! } });
    await apply({ fixed: [{ source: 'users', target: 'users' }] });
    await init();
    expect(await pairsOf('users')).toEqual([]);
  });

  test('nothing of another task', async (context) => {
    takesLong(context);
    await mapAnew();
    await apply({ refused: [{ source: 'users', target: 'users' }] });
    const [other] = await server.succeed('installMultiTasks', { body: { ...ids, auto_mapping: true } });
    expect(other?.mappings?.map(({ target_table }) => target_table)).toContain('main.users');
  });
});

describe('nothing is changed where a decision does not fit', () => {
  beforeAll(() => mapAnew());

  const fine = { accepted: [{ source: 'users', target: 'users' }], refused: [{ source: 'lots', target: 'lots' }] };

  /** Two of the kinds that need the databases to be read are tried outside CI. */
  const readFor = ['an unknown table', 'a refused column that is unknown, of tables that are not mapped'];
  test.for<[what: string, document: object, place: string, words: string]>([
    [
      'an accepted mapping that is gone',
      { accepted: [{ source: 'zebras', target: 'users' }] },
      'accepted.0',
      'no mapping',
    ],
    ['an unknown table', { fixed: [{ source: 'nope', target: 'users' }] }, 'fixed.0.source', 'no table [nope]'],
    ['a refused table that is unknown', { refused: [{ source: 'users', target: 'nope' }] }, 'refused.0.target', 'nope'],
    [
      'an unknown column',
      { fixed: [{ source: 'users', target: 'users', columns: [{ source: 'mail', target: 'nope' }] }] },
      'fixed.0.columns.0.target',
      'no column [nope]',
    ],
    [
      'a refused column that is unknown, of tables that are not mapped',
      { refused: [{ source: 'zebras', target: 'users', columns: [{ source: 'nope', target: 'id' }] }] },
      'refused.0.columns.0.source',
      'no column [nope]',
    ],
    [
      'tables that are right and wrong',
      {
        accepted: [],
        fixed: [{ source: 'main.users', target: 'users' }],
        refused: [{ source: 'users', target: 'main.users' }],
      },
      'refused.0',
      'right at [fixed.0]',
    ],
    [
      'a column that is fixed twice',
      {
        fixed: [
          {
            source: 'orders',
            target: 'Orders',
            columns: [
              { source: 'qty', target: 'zz9' },
              { source: 'note', target: 'zz9' },
            ],
          },
        ],
      },
      'fixed.0.columns.1.target',
      'another pair',
    ],
    [
      'data sources that are no pair of the task',
      { source_datasource_id: 'a'.repeat(32) },
      'source_datasource_id, target_datasource_id',
      'no such pair',
    ],
  ])('%s', async ([what, document, place, words], context) => {
    if ('fixed' in document && !readFor.includes(what)) takesLong(context);
    const before = await list({ explain: 'true' });
    const refused = await refuse({
      ...document,
      ...Object.fromEntries(Object.entries(fine).filter(([key]) => !(key in document))),
    });
    expect(refused).toMatchObject({ status: 400, error_code: failures.MappingMismatch.code });
    expect(refused.error_msg).toContain(`[${place}]: `);
    expect(refused.error_msg).toContain(words);
    expect(await list({ explain: 'true' })).toEqual(before);
  });

  test('an empty name', async () => {
    const refused = await refuse({ accepted: [{ source: '', target: 'users' }] });
    expect(refused).toMatchObject({ status: 400, error_code: failures.InvalidParameters.code });
    expect(refused.error_msg).toContain('[accepted.0.source]');
  });

  test('a task with several pairs needs the pair to be named', async () => {
    const swapped = { source_datasource_id: ids.target_datasource_id, target_datasource_id: ids.source_datasource_id };
    await server.succeed('installMultiTasks', { body: { ...path(), ...swapped } });
    const refused = await refuse({ refused: [{ source: 'users', target: 'users' }] });
    expect(refused).toMatchObject({ status: 400, error_msg: expect.stringContaining('several pairs') });
    expect(await apply({ ...ids, refused: [{ source: 'users', target: 'users' }] })).toMatchObject({
      deleted_count: 1,
    });
  });

  test('a task of another project does not exist', async () => {
    const elsewhere = { project_id: 'another', ...path() };
    expect(await server.refuse('applyMultiTaskDecisions', { path: elsewhere, body: {} })).toMatchObject({
      status: 404,
    });
  });
});

test('what is refused is looked up in the mappings first: its tables may be gone, or be ambiguous today', async (context) => {
  takesLong(context);
  const changing = {
    source_datasource_id: await server.register('changing', source),
    target_datasource_id: ids.target_datasource_id,
  };
  const [element] = await server.succeed('installMultiTasks', { body: { ...changing, auto_mapping: true } });
  task = element!.task_id;
  server.sqlite('changing.db', 'drop table users; alter table lots add column remark text');
  const fixed = [{ source: 'zebras', target: 'audit_trail' }];
  const columns = [{ source: 'mail', target: 'mail' }];
  expect(await apply({ fixed, refused: [{ source: 'users', target: 'users', columns }] })).toEqual({
    ...nothing,
    created_count: 1,
    updated_count: 1,
    refused_count: 1,
  });
  expect(await apply({ fixed, refused: [{ source: 'users', target: 'users' }] })).toMatchObject({ deleted_count: 1 });
  const gone = await refuse({ fixed, refused: [{ source: 'users', target: 'old_users' }] });
  expect(gone.error_msg).toContain('[refused.0.source]: the source has no table [users]');
  await server.succeed('deleteTask', { path: path() });
  await server.succeed('deleteDatasourceInfoById', { path: { datasource_id: changing.source_datasource_id } });
});

describe('where a database cannot be read', () => {
  test('what is about mappings of the task is applied, what is made by hand is not', async () => {
    const gone = {
      source_datasource_id: await server.register('gone', source),
      target_datasource_id: ids.target_datasource_id,
    };
    await mapAnew(gone);
    server.remove('gone.db');
    const columns = [{ source: 'note', target: 'zz9' }];
    expect(
      await apply({
        accepted: [{ source: 'orders', target: 'Orders' }],
        fixed: [{ source: 'orders', target: 'Orders', columns }],
        refused: [{ source: 'users', target: 'users' }],
      }),
    ).toEqual({ ...nothing, updated_count: 1, deleted_count: 1, refused_count: 1 });
    const unread = { status: 400, error_code: failures.ConnectionFailed.code };
    expect(await apply({ refused: [{ source: 'users', target: 'users' }] })).toEqual({
      ...nothing,
      unchanged_count: 1,
    });
    expect(await refuse({ fixed: [{ source: 'users', target: 'users' }] })).toMatchObject(unread);
    expect(await refuse({ fixed: [{ source: 'zebras', target: 'audit_trail' }] })).toMatchObject(unread);
    expect(await refuse({ refused: [{ source: 'zebras', target: 'audit_trail' }] })).toMatchObject(unread);
    await server.succeed('deleteTask', { path: path() });
    await server.succeed('deleteDatasourceInfoById', { path: { datasource_id: gone.source_datasource_id } });
  });
});

test('a database that is silent for all the time there is is named', async (context) => {
  takesLong(context);
  const hurried = await serve({ deadline: 1 });
  const pair = {
    source_datasource_id: await hurried.register('shop', source),
    target_datasource_id: await hurried.register('warehouse', target),
  };
  await hurried.succeed('installMultiTasks', { body: { task_id: 'hurried', ...pair } });
  const holder = new DatabaseSync(join(hurried.databases, 'warehouse.db'));
  holder.exec('pragma locking_mode = exclusive; begin exclusive');
  const body = { fixed: [{ source: 'users', target: 'users' }] };
  const refused = await hurried.refuse('applyMultiTaskDecisions', { path: { task_id: 'hurried' }, body });
  expect(refused).toMatchObject({ status: 400, error_code: failures.ConnectionFailed.code });
  expect(refused.error_msg).toContain('[warehouse]');
  holder.close();
  await hurried.end();
});

describe('while the task runs', () => {
  test('changes wait for its end', async (context) => {
    takesLong(context);
    await mapAnew();
    await server.succeed('createMultiTasks', {
      body: { ...path(), task_name: `run-${task.slice(0, 8)}`, operation_types: ['INSERT'] },
    });
    await server.succeed('runTask', { path: path() });
    expect(
      await apply({
        accepted: [{ source: 'users', target: 'users' }],
        fixed: [
          { source: 'zebras', target: 'audit_trail' },
          { source: 'orders', target: 'Orders', columns: [{ source: 'note', target: 'zz9' }] },
        ],
        refused: [{ source: 'lots', target: 'lots' }],
      }),
    ).toEqual({
      ...nothing,
      accepted_count: 1,
      created_count: 1,
      updated_count: 1,
      deleted_count: 1,
      refused_count: 1,
    });
    const statuses = Object.fromEntries((await list()).map((each) => [each.source_table, each.status]));
    expect(statuses).toEqual({
      'main.orders': 'UPDATE',
      'main.users': 'USING',
      'main.lots': 'DELETE',
      'main.zebras': 'ADD',
    });
    await server.succeed('stopTask', { path: path() });
  });
});

test('ten thousand decisions are one call', { timeout: 240_000 }, async (context) => {
  takesLong(context);
  const tables = Array.from({ length: 10_000 }, (_, at) => `create table t${at} (id int, v${at} int);`);
  const many = `begin; ${tables.join(' ')} commit`;
  const large = await serve({ maxTables: 20_000, maxColumns: 100_000, deadline: 200 });
  const pair = {
    source_datasource_id: await large.register('from', many),
    target_datasource_id: await large.register('to', many),
  };
  await large.succeed('installMultiTasks', { body: { task_id: 'large', ...pair, auto_mapping: true } });
  const all = Array.from({ length: 10_000 }, (_, at) => ({ source: `main.t${at}`, target: `main.t${at}` }));
  const body = { accepted: all.slice(0, 5000), refused: all.slice(5000) };
  const call = { path: { task_id: 'large' }, body };
  expect(await large.succeed('applyMultiTaskDecisions', call)).toEqual({
    ...nothing,
    accepted_count: 5000,
    deleted_count: 5000,
    refused_count: 5000,
  });
  expect(await large.succeed('applyMultiTaskDecisions', call)).toEqual({ ...nothing, unchanged_count: 10_000 });
  await large.end();
});
