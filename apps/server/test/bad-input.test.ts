/** What fits the contract and leads nowhere: IDs of somebody else, pages beyond the end. Nothing changes by it. */
import { type OperationId, readContract } from '@roma-fdi/contract';
import { failures } from '@roma-fdi/types';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { type Call, type Caller, callerOf } from './caller.ts';
import { instance, project, type Served, serve, sqliteSource, token } from './serve.ts';

/** What one project has. */
interface Ours {
  readonly source: string;
  readonly target: string;
  readonly task: string;
  readonly mapping: string;
}

let server: Served;
let ours: Ours;
/** Who looks for it elsewhere, having a task and data sources of his own. */
let elsewhere: Record<'another project' | 'another instance', Caller & { readonly own: Ours }>;

beforeAll(async () => {
  server = await serve();
  for (const name of ['shop', 'depot'])
    server.sqlite(`${name}.db`, 'create table orders (id integer primary key, total integer)');
  ours = await furnish(server, 'ours');
  const other = async (place: { project: string; instance: string }) => {
    const caller = callerOf(server.url, { token, ...place });
    return { ...caller, own: await furnish(caller, 'theirs') };
  };
  elsewhere = {
    'another project': await other({ project: 'another-project', instance }),
    'another instance': await other({ project, instance: 'another-instance' }),
  };
});
afterAll(() => server.end());

async function furnish(caller: Caller, task: string): Promise<Ours> {
  const register = async (name: string) =>
    (await caller.succeed('createDatasourceInfo', { body: sqliteSource(name) })).datasource_id;
  const [source, target] = [await register('shop'), await register('depot')];
  const pair = { source_datasource_id: source, target_datasource_id: target };
  const [element] = await caller.succeed('installMultiTasks', { body: { task_id: task, ...pair, auto_mapping: true } });
  await caller.succeed('createMultiTasks', { body: { task_id: task, task_name: task, operation_types: ['INSERT'] } });
  return { source, target, task, mapping: element!.mappings![0]!.id! };
}

/** Everything that a caller can see. */
const told = async ({ send }: Caller, { task }: Ours) => {
  const path = { task_id: task };
  const calls = [send('listDatasources'), send('listTasks'), send('showTask', { path })];
  const answers = await Promise.all([...calls, send('listMultiTaskMappings', { path })]);
  return answers.map(({ text }) => text);
};

const tables = { source_table: 'orders', target_table: 'orders' };
const pairOf = ({ source, target }: Ours) => ({ source_datasource_id: source, target_datasource_id: target });

/** Calls with IDs of somebody else's, and what does not exist by them. */
const calls: readonly [OperationId, keyof typeof failures, (theirs: Ours, own: Ours) => Call][] = [
  ['showDatasourceDetail', 'DataSourceNotFound', (t) => ({ path: { datasource_id: t.source } })],
  [
    'updateDatasourceInfo',
    'DataSourceNotFound',
    (t) => ({ path: { datasource_id: t.source }, body: { ...sqliteSource('shop'), description: 'mine' } }),
  ],
  ['deleteDatasourceInfoById', 'DataSourceNotFound', (t) => ({ path: { datasource_id: t.source } })],
  [
    'startTestDatasource',
    'DataSourceNotFound',
    (t) => ({ path: { datasource_id: t.source }, body: sqliteSource('shop') }),
  ],
  [
    'listDatasourceTables',
    'DataSourceNotFound',
    (t) => ({ path: { datasource_id: t.source }, query: { position: 'SOURCE' } }),
  ],
  [
    'listDatasourceColumns',
    'DataSourceNotFound',
    (t) => ({ path: { datasource_id: t.source }, query: { position: 'SOURCE', table_name: 'orders' } }),
  ],
  ['installMultiTasks', 'UnknownDataSource', (t) => ({ body: { ...pairOf(t), auto_mapping: true } })],
  [
    'installMultiTasks',
    'UnknownDataSource',
    (t, own) => ({ body: { source_datasource_id: own.source, target_datasource_id: t.target } }),
  ],
  [
    'updateMultiTasks',
    'TaskNotFound',
    (t) => ({ path: { task_id: t.task }, body: { operation_types: ['DELETE'], repulling_snapshot: true } }),
  ],
  ['resetMultiTaskOffset', 'TaskNotFound', (t) => ({ path: { task_id: t.task }, body: {} })],
  ['listMultiTaskMappings', 'TaskNotFound', (t) => ({ path: { task_id: t.task } })],
  [
    'createMultiTaskMappings',
    'TaskNotFound',
    (t) => ({ path: { task_id: t.task }, body: { ...pairOf(t), ...tables } }),
  ],
  [
    'createMultiTaskMappings',
    'UnknownDataSource',
    (t, own) => ({ path: { task_id: own.task }, body: { ...pairOf(t), ...tables } }),
  ],
  [
    'updateMultiTaskMappings',
    'TaskNotFound',
    (t) => ({ path: { task_id: t.task, mapping_id: t.mapping }, body: { ...pairOf(t), ...tables } }),
  ],
  [
    'updateMultiTaskMappings',
    'MappingNotFound',
    (t, own) => ({ path: { task_id: own.task, mapping_id: t.mapping }, body: { ...pairOf(own), ...tables } }),
  ],
  ['deleteMultiTaskMapping', 'TaskNotFound', (t) => ({ path: { task_id: t.task, mapping_id: t.mapping } })],
  ['deleteMultiTaskMapping', 'MappingNotFound', (t, own) => ({ path: { task_id: own.task, mapping_id: t.mapping } })],
  [
    'applyMultiTaskDecisions',
    'TaskNotFound',
    (t) => ({ path: { task_id: t.task }, body: { refused: [{ source: 'orders', target: 'orders' }] } }),
  ],
  ['showTask', 'TaskNotFound', (t) => ({ path: { task_id: t.task } })],
  ['deleteTask', 'TaskNotFound', (t) => ({ path: { task_id: t.task } })],
  ['runTask', 'TaskNotFound', (t) => ({ path: { task_id: t.task } })],
  ['stopTask', 'TaskNotFound', (t) => ({ path: { task_id: t.task } })],
  // Its path names no instance, so that of the source counts.
  [
    'createMultiTaskMappingsAutomatically',
    'UnknownDataSource',
    (t, own) => ({ form: { source_ds_id: own.source, target_ds_id: t.target, task_id: own.task } }),
  ],
];

test('each operation that takes an ID in its path is called with one of somebody else', () => {
  const taking = readContract().operations.filter(({ path }) => /\{(?:task|datasource)_id\}/.test(path));
  expect([...new Set(calls.map(([id]) => id))]).toEqual(
    expect.arrayContaining(taking.map(({ operationId }) => operationId)),
  );
});

const places = ['another project', 'another instance'] as const;

test.for(places.flatMap((place) => calls.map((call) => [place, ...call] as const)))(
  'IDs of %s do not exist, and nothing changes by them: %s fails with %s',
  async ([place, id, failure, callOf], context) => {
    // Outside CI all with another project, and of another instance those that name data sources.
    if (place === 'another instance' && !/DataSource/.test(failure)) takesLong(context);
    const { own, ...caller } = elsewhere[place];
    const before = [await told(server, ours), await told(caller, own)];
    const { status, code } = failures[failure];
    expect(await caller.refuse(id, callOf(ours, own))).toMatchObject({ status, error_code: code });
    expect([await told(server, ours), await told(caller, own)]).toEqual(before);
  },
);

test('a change would be seen', async () => {
  const { own, ...caller } = elsewhere['another project'];
  const before = await told(caller, own);
  await caller.succeed('deleteMultiTaskMapping', { path: { task_id: own.task, mapping_id: own.mapping } });
  expect(await told(caller, own)).not.toEqual(before);
});

test.for(places)('a task of %s is none in a batch either', async (place) => {
  const { own, ...caller } = elsewhere[place];
  const list = [{ task_id: ours.task }, { task_id: own.task }];
  const { success, failure } = await caller.succeed('batchStartOrStopTasks', { body: { action_id: 'stop', list } });
  expect(success).toMatchObject([{ task_id: own.task }]);
  expect(failure).toMatchObject([{ task_id: ours.task, error_code: failures.TasksNotFound.code }]);
});

test.for([
  ['listDatasources', { query: { offset: 999_999 } }, { total: 2, size: 0, entities: [] }],
  ['listTasks', { query: { offset: 999_999 } }, { total: 1, size: 0, entities: [] }],
  [
    'listMultiTaskMappings',
    { path: { task_id: 'ours' }, query: { offset: 1_000_000 } },
    { mappings: [], mappings_total_count: 1 },
  ],
] as const)('a page of %s beyond the end is empty, and counts all', async ([id, call, page]) => {
  expect(await server.succeed(id, call)).toMatchObject(page);
});
