/** The samples of the docs, run as their readers run them against a server of their own: on real databases, in the order of the story. */
import { execFile } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { story } from '@roma-fdi/mock';
import { type DatasourceInfo, failures, type MultiTaskInitElement, routes, servers } from '@roma-fdi/types';
import { afterAll, expect, type TestContext, test } from 'vitest';
import { needs, takesLong } from '../../../test/programs.ts';
import { readSamples, type Sampled } from '../../docs/test/samples.ts';
import { startTypeScriptRunner } from '../../docs/test/typescript-runner.ts';
import { callerOf } from '../../server/test/caller.ts';
import { type Served, serve, token } from '../../server/test/serve.ts';
import { type StoryDatabases, startStoryDatabases } from './story-databases.ts';

const samples = await readSamples();

/** Each operation at a time when the story allows it. */
const order: readonly (keyof typeof routes)[] = [
  'createDatasourceInfo',
  'listDatasources',
  'startTestDatasource',
  'listDatasourceTables',
  'listDatasourceColumns',
  'updateDatasourceInfo',
  'showDatasourceDetail',
  'installMultiTasks',
  'listMultiTaskMappings',
  'showTask',
  'createMultiTaskMappings',
  'updateMultiTaskMappings',
  'applyMultiTaskDecisions',
  'deleteMultiTaskMapping',
  'createMultiTaskMappingsAutomatically',
  'createMultiTasks',
  'listTasks',
  'countTasks',
  'updateMultiTasks',
  'resetMultiTaskOffset',
  'batchStartOrStopTasks',
  'runTask',
  'stopTask',
  'deleteTask',
  'deleteDatasourceInfoById',
];

/** What the story calls its things. */
const told = (() => {
  const [, project = '', instance = ''] =
    /^\/v2\/(\w+)\/fdi\/instances\/([\w-]+)\//.exec(story.path('listTasks')) ?? [];
  const idOf = (name: string) =>
    (story.answer('createDatasourceInfo', name).body as { readonly datasource_id: string }).datasource_id;
  const [element] = story.answer('installMultiTasks', 'auto-mapping').body as readonly MultiTaskInitElement[];
  const { content } = story.request('createDatasourceInfo', 'shop') as DatasourceInfo;
  const shop = content as { readonly host: string; readonly port: string };
  const { scheme, host, port } = servers[1].variables;
  return {
    project,
    instance,
    shop: idOf('shop'),
    warehouse: idOf('warehouse'),
    archive: idOf('self-hosted-sqlite'),
    task: element!.task_id,
    mappings: element!.mappings!,
    host: shop.host,
    port: shop.port,
    address: `${scheme.default}://${host.default}:${port.default}`,
  };
})();

interface House {
  readonly databases: StoryDatabases;
  readonly server: Served;
}
let starting: Promise<House> | undefined;
let house: House;
/** What the server answers, from when a request arrives. */
let answers: ServerResponse[] = [];

const record = (message: unknown) => {
  const { request, response } = message as { readonly request: IncomingMessage; readonly response: ServerResponse };
  if (request.socket.localPort === house.server.port) answers.push(response);
};

async function ready(context: TestContext): Promise<void> {
  takesLong(context);
  starting ??= start(needs(context, 'mariadb'), needs(context, 'postgres'));
  house = await starting;
}

const ends: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  unsubscribe('http.server.request.start', record);
  await Promise.all(ends.map((end) => end()));
});

async function start(mariadbd: string, postgresProgram: string): Promise<House> {
  const server = await serve({ allowHosts: ['127.0.0.1:*'], deadline: 30 });
  ends.push(() => server.end());
  const databases = await startStoryDatabases(mariadbd, postgresProgram);
  ends.push(() => databases.end());
  subscribe('http.server.request.start', record);
  return { databases, server };
}

interface Ended {
  /** What was printed, an error included. */
  readonly text: string;
  /** The contract's name or code of the failure that it ended with. */
  readonly failure: string | undefined;
}

interface Outcome extends Ended {
  readonly statuses: readonly number[];
}

/**
 * Tells the whole story by the samples alone, but for the second database and an unused data source.
 * @param instance of its own, so that it begins with nothing
 */
async function tell(instance: string, run: (sample: Sampled, text: (sample: string) => string) => Promise<Ended>) {
  const { databases, server } = house;
  const caller = callerOf(server.url, { token, project: told.project, instance });
  const local = (body: DatasourceInfo, port: number) => ({
    ...body,
    content: { ...body.content, host: '127.0.0.1', port: String(port) },
  });
  const request = (name: string) => story.request('createDatasourceInfo', name) as DatasourceInfo;
  const archive = request('self-hosted-sqlite');
  const file = (archive.content as { readonly database_name: string }).database_name;
  mkdirSync(dirname(join(server.databases, file)), { recursive: true });
  server.sqlite(file, 'create table if not exists orders (id integer primary key)');
  const unused = await caller.succeed('createDatasourceInfo', { body: archive });
  const body = local(request('warehouse'), databases.warehouse.port);
  const warehouse = await caller.succeed('createDatasourceInfo', { body });

  // A reader puts in the IDs and the address of their own things, and so does this.
  const own = new Map([
    [told.address, server.url],
    [told.instance, instance],
    [told.host, '127.0.0.1'],
    [`'${told.port}'`, `'${databases.shop.port}'`],
    [`"${told.port}"`, `"${databases.shop.port}"`],
    [told.warehouse, warehouse.datasource_id],
    [told.archive, unused.datasource_id],
  ]);
  const put = (text: string) => [...own].reduce((result, [from, to]) => result.replaceAll(from, to), text);
  const outcomes = new Map<string, Outcome>();
  for (const id of order) {
    const sample = samples.find(({ operationId }) => operationId === id)!;
    if (id === 'deleteDatasourceInfoById') own.set(told.archive, unused.datasource_id);
    answers = [];
    const ended = await run(sample, put);
    outcomes.set(id, { ...ended, statuses: answers.map(({ statusCode }) => statusCode) });
    const [made = ''] = /\b[0-9a-f]{32}\b/.exec(ended.text) ?? [];
    if (id === 'createDatasourceInfo') {
      own.set(told.shop, made);
      // The samples of all that is done with one data source name the same one: the story's archive.
      own.set(told.archive, made);
    }
    if (id === 'installMultiTasks') {
      const [, task = made] = /"task_id":\s*"(\w+)"/.exec(ended.text) ?? [];
      own.set(told.task, task);
      const page = await caller.succeed('listMultiTaskMappings', { path: { task_id: task } });
      // The mappings of the story are found, and each has an ID of its own.
      for (const { id: toldId, source_table, target_table } of told.mappings) {
        const found = page.mappings?.find((other) => other.source_table === source_table);
        expect(found?.target_table).toBe(target_table);
        own.set(toldId!, found?.id ?? '');
      }
      expect(page.mappings_total_count).toBe(told.mappings.length);
    }
  }
  return outcomes;
}

/** What must be seen of every sample: its documented success, but for the two that start tasks, since no engine runs any here. */
function expectStory(outcomes: ReadonlyMap<string, Outcome>): void {
  const { status, code } = failures.TaskStartFailed;
  for (const { operationId, success, answers: documented } of samples) {
    const { statuses, text, failure } = outcomes.get(operationId)!;
    const starts = operationId === 'runTask';
    expect([operationId, statuses]).toEqual([operationId, [starts ? status : success]]);
    if (starts) expect(failure).toBe(code);
    else expect([operationId, failure, text !== '']).toEqual([operationId, undefined, documented.length > 0]);
  }
  expect(outcomes.get('batchStartOrStopTasks')?.text).toContain(code);
}

test('every operation has its place in the story', () => {
  expect(order.toSorted()).toEqual(Object.keys(routes).toSorted());
});

test('a sample that ends otherwise than it documents, or prints nothing, is noticed', () => {
  const { status, code } = failures.TaskStartFailed;
  const right = new Map(
    samples.map(({ operationId, success, answers: { length } }): [string, Outcome] => [
      operationId,
      operationId === 'runTask'
        ? { statuses: [status], text: code, failure: code }
        : { statuses: [success], text: length > 0 ? code : '', failure: undefined },
    ]),
  );
  expectStory(right);
  const showTask = right.get('showTask')!;
  for (const wrong of [
    { ...showTask, statuses: [404] },
    { ...showTask, statuses: [] },
    { ...showTask, text: '' },
  ])
    expect(() => expectStory(new Map([...right, ['showTask', wrong]]))).toThrow('showTask');
});

test('in TypeScript, each calls the address that it prints and ends as it documents', async (context) => {
  await ready(context);
  const runner = await startTypeScriptRunner({ FDI_TOKEN: token });
  try {
    const outcomes = await tell('typescript', async ({ operationId, typescript }, put) => {
      const { printed, error } = await runner.run(operationId, put(typescript));
      return { text: `${printed}${error?.text ?? ''}`, failure: error && String(error['code'] ?? error.text) };
    });
    expectStory(outcomes);
  } finally {
    await runner.end();
  }
});

test('in cURL, each calls the address that it prints and ends as it documents', async (context) => {
  await ready(context);
  needs(context, 'curl');
  const env = { ...process.env, FDI_TOKEN: token };
  const outcomes = await tell('curl', async ({ curl }, put) => {
    const sh = promisify(execFile)('sh', ['-c', put(curl)], { env });
    return sh.then(
      ({ stdout }) => ({ text: stdout, failure: undefined }),
      ({ stdout, message }) => ({ text: stdout, failure: /"error_code":\s*"([\w.]+)"/.exec(stdout)?.[1] ?? message }),
    );
  });
  expectStory(outcomes);
});
