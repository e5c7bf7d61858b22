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
import { createApp } from '../src/http/app.ts';
import type { Operations } from '../src/operations/operations.ts';
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
  readonly registered: DatasourceInfo;
  readonly initialised: object;
  readonly headers: Readonly<Record<string, string>>;
}

/** A call of each operation: the compiler asks for that of a new one. */
const calls: Record<OperationId, (fdi: FdiClient, call: Call) => Promise<unknown>> = {
  createDatasourceInfo: ({ dataSources }, { registered, headers }) => dataSources.create(registered, { headers }),
  listDatasources: ({ dataSources }, { headers }) => dataSources.list({}, { headers }),
  showDatasourceDetail: ({ dataSources }, { dataSource, headers }) => dataSources.show(dataSource, { headers }),
  deleteDatasourceInfoById: ({ dataSources }, { dataSource, headers }) => dataSources.delete(dataSource, { headers }),
  installMultiTasks: ({ compositeTasks }, { initialised, headers }) => compositeTasks.init(initialised, { headers }),
  listMultiTaskMappings: ({ compositeTasks }, { task, headers }) => compositeTasks.mappings.list(task, {}, { headers }),
  showTask: ({ tasks }, { task, headers }) => tasks.show(task, { headers }),
  deleteTask: ({ tasks }, { task, headers }) => tasks.delete(task, { headers }),
};

const fine: Call = {
  dataSource: 'b'.repeat(32),
  task: 'a-task',
  registered: sqliteSource('new') as DatasourceInfo,
  initialised: {},
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
  (length: number, sent: number): Transport =>
  (url, { method, headers }) =>
    new Promise((resolve, reject) => {
      const body = { 'content-type': 'application/json', 'content-length': length };
      const request = httpRequest(url, { method, agent: false, headers: { ...Object.fromEntries(headers), ...body } });
      request.on('error', reject).on('response', (response) =>
        resolve({
          status: response.statusCode ?? 0,
          headers: { get: (name) => String(response.headers[name.toLowerCase()] ?? '') },
          text: () => text(response),
        }),
      );
      request.write(Buffer.alloc(sent));
    });

let server: Served;
let hasty: Served;
let mock: Mock;
let failing: FastifyInstance;
let failingUrl: string;
let raised: unknown;
let ids: Record<'shop' | 'spare' | 'large' | 'gone' | 'elsewhere', string>;

beforeAll(async () => {
  const narrow = { token: 'a-narrow-token', projects: ['another'] };
  [server, hasty, mock] = await Promise.all([
    serve({ grants: [{ token }, narrow], maxTables: 2 }),
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
  const elsewhere = await server.succeed('createDatasourceInfo', {
    body: {
      datasource_name: 'elsewhere',
      datasource_type: 'POSTGRESQL',
      app_id: 'tests',
      content: { host: '192.0.2.1', port: '5432', database_name: 'shop', user_name: 'reader', password: 'a-password' },
    },
  });
  ids = { shop, spare, large, gone, elsewhere: elsewhere.datasource_id };
  for (const target of [shop, spare])
    await server.succeed('installMultiTasks', {
      body: { task_id: 'several', source_datasource_id: shop, target_datasource_id: target },
    });
  const validator = createValidator(contract);
  const raise = () => Promise.reject(raised);
  ({ app: failing } = createApp({
    contract,
    validator: () => validator,
    authenticate: () => ({ allowed: true }),
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

const init =
  (pair: () => object): Drive =>
  (failure) =>
    failureOf(failure, server, { initialised: { auto_mapping: true, ...pair() } });
const reading = (source: () => string) =>
  init(() => ({ source_datasource_id: source(), target_datasource_id: ids.shop }));
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
  InvalidValue: (failure) =>
    failureOf(failure, server, { registered: { ...fine.registered, datasource_type: 'ORACLE' } }),
  NameTaken: (failure) => failureOf(failure, server, { registered: sqliteSource('shop') as DatasourceInfo }),
  DataSourceInUse: (failure) => failureOf(failure, server, { dataSource: ids.shop }),
  DataSourceNotFound: (failure) => failureOf(failure, server),
  TaskNotFound: (failure) => failureOf(failure, server),
  SeveralPairs: (failure) => failureOf(failure, server, { task: 'several' }),
  UnknownDataSource: reading(() => 'c'.repeat(32)),
  MissingDataSource: init(() => ({ source_datasource_id: ids.shop })),
  ConnectionFailed: reading(() => ids.gone),
  AddressNotAllowed: reading(() => ids.elsewhere),
  TooManyTables: reading(() => ids.large),
  Unauthenticated: (failure) => failureOf(failure, { url: server.url, credentials: 'another-token' }),
  Forbidden: (failure) => failureOf(failure, { url: server.url, credentials: 'a-narrow-token' }),
  NoSuchOperation: (failure) => failureOf(failure, { url: `${server.url}/elsewhere` }),
  UriTooLong: (failure) => failureOf(failure, { url: `${server.url}/${'x'.repeat(contract.maxTargetCharacters)}` }),
  HeadersTooLarge: (failure) =>
    failureOf(failure, server, { headers: { 'X-Large': 'x'.repeat(contract.maxHeaderBytes) } }),
  UnsupportedMediaType: (failure) => failureOf(failure, server, { headers: { 'Content-Type': 'text/plain' } }),
  BodyTooLarge: (failure) => {
    const bytes = failure.operation.maxBodyBytes + 1;
    return failureOf(failure, { url: server.url, transport: sending(bytes, bytes) });
  },
  RequestTimeout: (failure) => failureOf(failure, { url: hasty.url, transport: sending(100, 50) }),
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

it.for(declared)('server: $operation.operationId fails with $name', async (failure) => {
  const drive = atTheServer[failure.name];
  if (!drive) throw new Error(`${failure.operation.operationId} declares ${failure.name}: say how it comes about.`);
  const { error, header } = await drive(failure);
  expect(header).toBe(failure.name);
  expect(error).toSatisfy((thrown) => isApiError(thrown, failure.name));
});

it.for(declared)('mock: $operation.operationId fails with $name', async (failure) => {
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
