/** One story through the client: with the guard before the server, and with the mock in the server's place. */
import { createFdiClient, type DatasourceInfo, type FdiClient, isApiError } from '@roma-fdi/client';
import { type Guard, startGuard, startMock, story } from '@roma-fdi/mock';
import { failures } from '@roma-fdi/types';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type DamagingProxy, type ProxiedAnswer, startDamagingProxy } from './damaging-proxy.ts';
import { instance, project, type Served, serve, sqliteSource, token } from './serve.ts';

const fdiAt = (baseUrl: string): FdiClient =>
  createFdiClient({ baseUrl, projectId: project, instanceId: instance, credentials: token });

/** From two registered data sources to none, by way of a mapped task; tells what was seen on the way. */
async function tell(fdi: FdiClient, bodies: { source: DatasourceInfo; target: DatasourceInfo }) {
  const [source, target] = [await fdi.dataSources.create(bodies.source), await fdi.dataSources.create(bodies.target)];
  const registered = [];
  for await (const each of fdi.dataSources.iterate()) registered.push(each.datasource_id);

  const pair = { source_datasource_id: source.datasource_id, target_datasource_id: target.datasource_id };
  const [element] = await fdi.compositeTasks.init({ ...pair, auto_mapping: true });
  const task = element?.task_id ?? '';
  const [again] = await fdi.compositeTasks.init({ task_id: task });
  const shown = await fdi.tasks.show(task);
  const mappings = [];
  for await (const mapping of fdi.compositeTasks.mappings.iterate(task, { limit: 4 })) mappings.push(mapping);

  const inUse = await fdi.dataSources.delete(source.datasource_id).catch((error: unknown) => error);
  await fdi.tasks.delete(task);
  await fdi.dataSources.delete(target.datasource_id);
  return { source, target, registered, element, again, task, shown, mappings, inUse };
}

type Seen = Awaited<ReturnType<typeof tell>>;

function expectTheStory({ source, target, registered, element, again, task, shown, mappings, inUse }: Seen): void {
  expect(registered).toEqual([source.datasource_id, target.datasource_id]);
  expect(element).toMatchObject({ source_ds_id: source.datasource_id, target_ds_id: target.datasource_id });
  expect(again).toEqual(element);
  expect(shown.task).toMatchObject({ task_id: task, task_type: 'realtime', status: 'stop' });
  expect(mappings).toHaveLength(element?.mappings_total_count ?? 0);
  expect(mappings.slice(0, 10)).toEqual(element?.mappings);
  expect(mappings.every(({ status }) => status === 'AUTO')).toBe(true);
  expect(isApiError(inUse) && [inUse.status, inUse.code]).toEqual([
    failures.DataSourceInUse.status,
    failures.DataSourceInUse.code,
  ]);
}

let server: Served;
const tables = 15;
const sql = Array.from(
  { length: tables },
  (_, index) => `create table t${index} (id integer primary key, v varchar(20));`,
).join('\n');
const bodies = { source: sqliteSource('shop') as DatasourceInfo, target: sqliteSource('warehouse') as DatasourceInfo };

beforeAll(async () => {
  server = await serve();
  for (const name of ['shop.db', 'warehouse.db']) server.sqlite(name, sql);
});
afterAll(() => server.end());

describe('client, guard, server', () => {
  let guard: Guard;
  beforeAll(async () => {
    guard = await startGuard(server.url);
  });
  afterAll(() => guard.close());

  it('tell the story without one violation, and leave nothing behind', async () => {
    const fdi = fdiAt(guard.url);
    const seen = await tell(fdi, bodies);
    expectTheStory(seen);
    expect(seen.mappings).toHaveLength(tables);
    expect(await fdi.dataSources.show(seen.source.datasource_id)).toEqual(seen.source);
    await fdi.dataSources.delete(seen.source.datasource_id);
    expect(await fdi.dataSources.list()).toEqual({ total: 0, size: 0, entities: [] });
    const gone = await fdi.tasks.show(seen.task).catch((error: unknown) => error);
    expect(isApiError(gone) && gone.code).toBe(failures.TaskNotFound.code);
    expect(guard.violations).toEqual([]);
  });
});

it('client and mock tell the same story', async () => {
  const mock = await startMock();
  const request = (name: string) => story.request<DatasourceInfo>('createDatasourceInfo', name);
  const seen = await tell(fdiAt(mock.url), { source: request('shop'), target: request('warehouse') });
  expectTheStory(seen);
  await mock.close();
});

describe('an upstream that breaks the contract is caught', () => {
  let proxy: DamagingProxy;
  let guard: Guard;
  beforeAll(async () => {
    proxy = await startDamagingProxy(server.url);
    guard = await startGuard(proxy.url);
  });
  afterAll(() => Promise.all([guard.close(), proxy.close()]));
  afterEach(() => {
    proxy.damage((answer) => answer);
    guard.takeViolations();
  });

  /** The answer with its first element changed. */
  const inElement = (answer: ProxiedAnswer, change: object): ProxiedAnswer => {
    const [first, ...others] = answer.body as object[];
    return { ...answer, body: [{ ...first, ...change }, ...others] };
  };

  it.each<[string, (answer: ProxiedAnswer) => ProxiedAnswer, RegExp]>([
    ['a required field left out', (answer) => inElement(answer, { task_id: undefined }), /task_id.* is required/],
    ['a field of another type', (answer) => inElement(answer, { mappings_total_count: '0' }), /mappings_total_count/],
    [
      'a value that the enumeration does not have',
      (answer) => inElement(answer, { mappings: [{ id: 'x', status: 'AUTOMATIC' }] }),
      /status.*must be one of AUTO/,
    ],
    ['a status that is not documented', (answer) => ({ ...answer, status: 202 }), /Status/],
    ['another media type', (answer) => ({ ...answer, type: 'text/html' }), /content-type/i],
  ])('with %s', async (_, damage, message) => {
    const fdi = fdiAt(guard.url);
    await fdi.compositeTasks.init();
    expect(guard.violations).toEqual([]);

    proxy.damage(damage);
    const error = await fdi.compositeTasks.init().catch((thrown: unknown) => thrown);
    expect(isApiError(error) && error.status).toBe(failures.InternalError.status);
    expect(guard.violations).toMatchObject([
      { direction: 'answer', operationId: 'installMultiTasks', message: expect.stringMatching(message) },
    ]);
  });
});
