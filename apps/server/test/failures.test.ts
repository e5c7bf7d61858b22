/** Every failure that an operation declares reaches the `catch` under its name, from the server and from the mock. */
import { request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  createFdiClient,
  type DatasourceInfo,
  type FdiClient,
  isApiError,
  type OperationId,
  type Transport,
} from '@roma-fdi/client';
import { createValidator, Failure, type FailureName, type Operation, readContract } from '@roma-fdi/contract';
import { type Mock, startMock } from '@roma-fdi/mock';
import { failureHeader } from '@roma-fdi/types';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takesLong } from '../../../test/programs.ts';
import { createApp } from '../src/http/app.ts';
import type { Operations } from '../src/operations/operations.ts';
import type { Engine } from '../src/runs/engine.ts';
import { StoreError } from '../src/store/store-error.ts';
import { instance, project, type Served, serve, sqliteSource, token } from './serve.ts';

interface Declared {
  readonly operation: Operation;
  readonly status: number;
  /** Of the example. */
  readonly key: string;
  readonly name: FailureName;
}

const contract = readContract();
const declared: Declared[] = contract.operations.flatMap((operation) =>
  [...operation.answers].flatMap(([status, { failures }]) =>
    [...failures].map(([key, name]) => ({ operation, status, key, name })),
  ),
);

/** What a call is made of; each has a value that is fine. */
interface Call {
  readonly dataSource: string;
  readonly task: string;
  readonly mapping: string;
  readonly registered: DatasourceInfo;
  readonly initialised: object;
  readonly created: object;
  readonly mapped: object;
  readonly form: object;
  readonly decided: object;
  readonly table: string;
  readonly headers: Readonly<Record<string, string>>;
}

const changed = { operation_types: ['INSERT'], repulling_snapshot: false } as const;

/** A call of each operation: the compiler asks for that of a new one. */
const calls: Record<OperationId, (fdi: FdiClient, call: Call) => Promise<unknown>> = {
  createDatasourceInfo: ({ dataSources }, { registered, headers }) => dataSources.create(registered, { headers }),
  listDatasources: ({ dataSources }, { headers }) => dataSources.list({}, { headers }),
  showDatasourceDetail: ({ dataSources }, { dataSource, headers }) => dataSources.show(dataSource, { headers }),
  updateDatasourceInfo: ({ dataSources }, { dataSource, registered, headers }) =>
    dataSources.update(dataSource, registered, { headers }),
  deleteDatasourceInfoById: ({ dataSources }, { dataSource, headers }) => dataSources.delete(dataSource, { headers }),
  startTestDatasource: ({ dataSources }, { dataSource, registered, headers }) =>
    dataSources.test(dataSource, registered, { headers }),
  listDatasourceTables: ({ dataSources }, { dataSource, headers }) =>
    dataSources.listTables(dataSource, { position: 'SOURCE' }, { headers }),
  listDatasourceColumns: ({ dataSources }, { dataSource, table, headers }) =>
    dataSources.listColumns(dataSource, { position: 'SOURCE', table_name: table }, { headers }),
  installMultiTasks: ({ compositeTasks }, { initialised, headers }) => compositeTasks.init(initialised, { headers }),
  createMultiTasks: ({ compositeTasks }, { created, headers }) =>
    compositeTasks.create({ task_name: 'new', operation_types: ['INSERT'], ...created }, { headers }),
  updateMultiTasks: ({ compositeTasks }, { task, headers }) =>
    compositeTasks.update(task, { ...changed, operation_types: ['INSERT'] }, { headers }),
  resetMultiTaskOffset: ({ compositeTasks }, { task, headers }) => compositeTasks.resetOffset(task, {}, { headers }),
  listMultiTaskMappings: ({ compositeTasks }, { task, headers }) => compositeTasks.mappings.list(task, {}, { headers }),
  createMultiTaskMappings: ({ compositeTasks }, { task, mapped, headers }) =>
    compositeTasks.mappings.create(task, { ...pairOf('shop', 'spare'), ...mapped }, { headers }),
  updateMultiTaskMappings: ({ compositeTasks }, { task, mapping, mapped, headers }) =>
    compositeTasks.mappings.update(task, mapping, { ...pairOf('shop', 'spare'), ...mapped }, { headers }),
  deleteMultiTaskMapping: ({ compositeTasks }, { task, mapping, headers }) =>
    compositeTasks.mappings.delete(task, mapping, { headers }),
  applyMultiTaskDecisions: ({ compositeTasks }, { task, decided, headers }) =>
    compositeTasks.mappings.applyDecisions(task, decided, { headers }),
  createMultiTaskMappingsAutomatically: ({ compositeTasks }, { form, headers }) =>
    compositeTasks.mappings.createAutomatically(
      { source_ds_id: ids.shop, target_ds_id: ids.spare, ...form },
      { headers },
    ),
  listTasks: ({ tasks }, { headers }) => tasks.list({}, { headers }),
  showTask: ({ tasks }, { task, headers }) => tasks.show(task, { headers }),
  deleteTask: ({ tasks }, { task, headers }) => tasks.delete(task, { headers }),
  countTasks: ({ tasks }, { headers }) => tasks.count({ headers }),
  runTask: ({ tasks }, { task, headers }) => tasks.run(task, { headers }),
  stopTask: ({ tasks }, { task, headers }) => tasks.stop(task, { headers }),
  batchStartOrStopTasks: ({ tasks }, { task, headers }) =>
    tasks.batch({ action_id: 'start', list: [{ task_id: task }] }, { headers }),
};

type Registered = 'shop' | 'spare' | 'large' | 'gone' | 'elsewhere';

const pairOf = (source: Registered, target: Registered) => ({
  source_datasource_id: ids[source],
  target_datasource_id: ids[target],
});
const tables = { source_table: 'orders', target_table: 'orders' };

const fine: Call = {
  dataSource: 'b'.repeat(32),
  task: 'a-task',
  mapping: 'd'.repeat(32),
  registered: sqliteSource('new') as DatasourceInfo,
  initialised: {},
  created: {},
  mapped: tables,
  form: {},
  decided: {},
  table: 'orders',
  headers: {},
};

interface To {
  readonly url: string;
  readonly projectId?: string;
  readonly credentials?: string;
  readonly transport?: Transport;
}

/** What the call fails with, and the header that came with it. */
async function failureOf({ operation }: Declared, to: To, call: Partial<Call> = {}) {
  let header: string | null = null;
  const carry = to.transport ?? fetch;
  const fdi = createFdiClient({
    baseUrl: to.url,
    projectId: to.projectId ?? project,
    instanceId: instance,
    credentials: to.credentials ?? token,
    maxRetries: 0,
    transport: async (url, init) => {
      const answer = await carry(url, init);
      header = answer.headers.get(failureHeader);
      return answer;
    },
  });
  const error = await calls[operation.operationId](fdi, { ...fine, ...call }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return { error, header };
}

/** Announces `length` bytes of a body, whatever the operation takes, and sends `sent` of them. */
const sending =
  ({ body }: Operation, length: number, sent: number): Transport =>
  (url, { method, headers }) =>
    new Promise((resolve, reject) => {
      const announced = { 'content-type': body?.mediaTypes[0] ?? 'application/json', 'content-length': length };
      const request = httpRequest(url, {
        method,
        agent: false,
        headers: { ...Object.fromEntries(headers), ...announced },
      });
      request.on('error', reject).on('response', (response) =>
        resolve({
          status: response.statusCode ?? 0,
          headers: { get: (name) => String(response.headers[name.toLowerCase()] ?? '') },
          text: () => text(response),
        }),
      );
      request.write(Buffer.alloc(sent));
    });

/** Starts what it is told to, and stops nothing. */
const stubborn: Engine = {
  start: async ({ name }) => (name === 'cannot-start' ? 'it will not.' : undefined),
  stop: async () => 'it will not.',
};

let server: Served;
let hasty: Served;
let mock: Mock;
let failing: FastifyInstance;
let failingUrl: string;
let raised: unknown;
let ids: Record<Registered, string>;

beforeAll(async () => {
  const narrow = { token: 'a-narrow-token', projects: ['another'] };
  [server, hasty, mock] = await Promise.all([
    serve({ grants: [{ token }, narrow], maxTables: 2 }, { engine: stubborn }),
    serve({}, { arrival: 60 }),
    startMock(),
  ]);
  const table = 'create table orders (id integer primary key)';
  const [shop, spare, large, gone] = await Promise.all([
    server.register('shop', table),
    server.register('spare', table),
    server.register('large', 'create table a (b); create table c (d); create table e (f)'),
    server.register('gone', table),
  ]);
  server.remove('gone.db');
  const { datasource_id } = await server.succeed('createDatasourceInfo', { body: elsewhere });
  ids = { shop, spare, large, gone, elsewhere: datasource_id };
  const pairs = [shop, large, gone, datasource_id].map((source) => [source, spare] as const);
  for (const [source, target] of [[shop, shop] as const, ...pairs])
    await server.succeed('installMultiTasks', {
      body: { task_id: 'several', source_datasource_id: source, target_datasource_id: target },
    });
  for (const task_id of ['running', 'cannot-start'])
    await server.succeed('createMultiTasks', { body: { task_id, task_name: task_id, operation_types: ['INSERT'] } });
  await server.succeed('runTask', { path: { task_id: 'running' } });
  const validator = createValidator(contract);
  const raise = () => Promise.reject(raised);
  ({ app: failing } = createApp({
    contract,
    validator: () => validator,
    access: { authenticate: () => ({ allowed: true }), claimOf: undefined },
    operations: Object.fromEntries(
      contract.operations.map(({ operationId }) => [operationId, raise]),
    ) as unknown as Operations,
    logger: pino({ level: 'silent' }),
    checkAnswers: true,
    origins: [],
    timeouts: { headers: 10_000, request: 20_000, operation: 10_000, drain: 10_000 },
    pace: { grace: 20_000, bytesPerSecond: 1 },
    room: 2 ** 26,
  }));
  failingUrl = await failing.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => Promise.all([server.end(), hasty.end(), mock.close(), failing.close()]));

type Drive = (failure: Declared) => ReturnType<typeof failureOf>;

/** The call of the failure's operation, made of these. */
const withCall =
  (call: () => Partial<Call>): Drive =>
  (failure) =>
    failureOf(failure, server, call());

/** A database that is read: by whatever the operation calls it. */
const reading = (source: Registered): Drive =>
  withCall(() => ({
    dataSource: ids[source],
    registered: registeredAs(source),
    task: 'several',
    initialised: { auto_mapping: true, ...pairOf(source, 'shop') },
    mapped: { ...pairOf(source, 'shop'), ...tables },
    form: { source_ds_id: ids[source] },
    decided: { ...pairOf(source, 'spare'), fixed: [{ source: 'orders', target: 'orders' }] },
  }));

const registeredAs = (name: Registered): DatasourceInfo =>
  name === 'elsewhere' ? elsewhere : (sqliteSource(name) as DatasourceInfo);
const elsewhere: DatasourceInfo = {
  datasource_name: 'elsewhere',
  datasource_type: 'POSTGRESQL',
  app_id: 'tests',
  content: { host: '192.0.2.1', port: '5432', database_name: 'shop', user_name: 'reader', password: 'a-password' },
};
/** What needs a fault inside, or a circumstance that this server does not know: its operation fails so. */
const inside =
  (thrown: (failure: Declared) => unknown): Drive =>
  (failure) => {
    raised = thrown(failure);
    return failureOf(failure, { url: failingUrl });
  };
const itself = inside(({ name }) => new Failure(name));

/** How each failure comes about at the server. */
const atTheServer: Partial<Record<FailureName, Drive>> = {
  InvalidParameters: (failure) => failureOf(failure, { url: server.url, projectId: 'no project' }),
  InvalidValue: withCall(() => ({
    dataSource: ids.shop,
    registered: { ...fine.registered, datasource_type: 'ORACLE' },
    created: { task_type: 'TIMING' },
    form: { task_type: 2 },
  })),
  NameTaken: withCall(() => ({ dataSource: ids.spare, registered: registeredAs('shop') })),
  SecretNeeded: withCall(() => {
    const { password: _, ...content } = elsewhere.content;
    return { dataSource: ids.elsewhere, registered: { ...elsewhere, content: { ...content, host: '192.0.2.2' } } };
  }),
  DataSourceInUse: withCall(() => ({ dataSource: ids.shop })),
  DataSourceNotFound: withCall(() => ({})),
  UnknownTable: withCall(() => ({ dataSource: ids.shop, table: 'nothing' })),
  TaskNotFound: withCall(() => ({})),
  TaskNameTaken: withCall(() => ({ created: { task_name: 'running' } })),
  TaskCreated: withCall(() => ({ created: { task_id: 'running' } })),
  TaskIsDraft: withCall(() => ({ task: 'several' })),
  TasksRunning: withCall(() => ({ task: 'running' })),
  TaskStartFailed: withCall(() => ({ task: 'cannot-start' })),
  TaskStopFailed: withCall(() => ({ task: 'running' })),
  MappingNotFound: withCall(() => ({ task: 'several', mapped: { ...pairOf('shop', 'spare'), ...tables } })),
  MappingMismatch: withCall(() => ({
    task: 'several',
    mapped: { source_table: 'nothing', target_table: 'orders' },
    decided: { ...pairOf('shop', 'spare'), accepted: [{ source: 'nothing', target: 'orders' }] },
  })),
  SeveralPairs: withCall(() => ({ task: 'several' })),
  UnknownDataSource: withCall(() => {
    const nowhere = 'c'.repeat(32);
    const pair = { source_datasource_id: nowhere, target_datasource_id: ids.shop };
    return { task: 'several', initialised: pair, mapped: { ...pair, ...tables }, form: { source_ds_id: nowhere } };
  }),
  MissingDataSource: withCall(() => ({ initialised: { source_datasource_id: ids.shop } })),
  ConnectionFailed: reading('gone'),
  AddressNotAllowed: reading('elsewhere'),
  TooManyTables: reading('large'),
  Unauthenticated: (failure) => failureOf(failure, { url: server.url, credentials: 'another-token' }),
  Forbidden: (failure) => failureOf(failure, { url: server.url, credentials: 'a-narrow-token' }),
  NoSuchOperation: (failure) => failureOf(failure, { url: `${server.url}/elsewhere` }),
  UriTooLong: (failure) => failureOf(failure, { url: `${server.url}/${'x'.repeat(contract.maxTargetCharacters)}` }),
  HeadersTooLarge: (failure) =>
    failureOf(failure, server, { headers: { 'X-Large': 'x'.repeat(contract.maxHeaderBytes) } }),
  UnsupportedMediaType: (failure) => failureOf(failure, server, { headers: { 'Content-Type': 'text/plain' } }),
  BodyTooLarge: (failure) => {
    const bytes = failure.operation.maxBodyBytes + 1;
    return failureOf(failure, { url: server.url, transport: sending(failure.operation, bytes, bytes) });
  },
  RequestTimeout: (failure) => failureOf(failure, { url: hasty.url, transport: sending(failure.operation, 100, 50) }),
  InternalError: inside(() => new TypeError('an unforeseen fault')),
  Unavailable: inside(() => new StoreError('unavailable', 'the store is away')),
  // It has no limit of requests, and raises none of the vendor's that its documents show for these operations.
  TooManyRequests: itself,
  TaskListEmpty: itself,
  SchedulePlanMissing: itself,
};

it('every operation declares failures, and every example of one has a name', () => {
  const unnamed = contract.operations.flatMap(({ operationId, answers }) =>
    [...answers].flatMap(([status, { examples, failures }]) =>
      status < 400 || (examples.size > 0 && examples.size === failures.size) ? [] : [`${operationId} ${status}`],
    ),
  );
  expect(unnamed).toEqual([]);
  expect(new Set(declared.map(({ operation }) => operation)).size).toBe(contract.operations.length);
});

/** Those for which the server reads databases: outside CI each of them from one operation. */
const readFor: readonly FailureName[] = ['TooManyTables', 'MappingMismatch', 'MappingNotFound', 'UnknownTable'];
/** And so those that nearly every operation has, since one place raises them. */
const mostOperations = contract.operations.length - 3;
const isShared = ({ name }: Declared) => declared.filter((other) => other.name === name).length >= mostOperations;
const isFirst = (failure: Declared) => failure === declared.find(({ name }) => name === failure.name);

it.for(declared)('server: $operation.operationId fails with $name', async (failure, context) => {
  if ((readFor.includes(failure.name) || isShared(failure)) && !isFirst(failure)) takesLong(context);
  const drive = atTheServer[failure.name];
  if (!drive) throw new Error(`${failure.operation.operationId} declares ${failure.name}: say how it comes about.`);
  const { error, header } = await drive(failure);
  expect(header).toBe(failure.name);
  expect(error).toSatisfy((thrown) => isApiError(thrown, failure.name));
});

it.for(declared)('mock: $operation.operationId fails with $name', async (failure, context) => {
  // Outside CI each failure of one operation.
  if (!isFirst(failure)) takesLong(context);
  const headers = { Prefer: `code=${failure.status}, example=${failure.key}` };
  const { error, header } = await failureOf(failure, mock, { headers });
  expect(header).toBe(failure.name);
  expect(error).toSatisfy((thrown) => isApiError(thrown, failure.name));
});

it('without the header failures that share a code cannot be told apart', async () => {
  const taken = declared.find(({ name }) => name === 'NameTaken') as Declared;
  const transport: Transport = async (url, init) => {
    const answer = await fetch(url, init);
    return { status: answer.status, headers: new Headers(), text: () => answer.text() };
  };
  const { error } = await failureOf(
    taken,
    { url: server.url, transport },
    { registered: sqliteSource('shop') as DatasourceInfo },
  );
  expect(isApiError(error, 'NameTaken')).toBe(false);
  expect(isApiError(error, 'InvalidValue')).toBe(true);
});
