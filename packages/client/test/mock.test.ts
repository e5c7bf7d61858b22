/** Every method against the contract's mock: the requests fit the contract, and the answers and failures are the story's. */
import { type Mock, startMock, story } from '@roma-fdi/mock';
import { failures } from '@roma-fdi/types';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type ApiError,
  createFdiClient,
  type DatasourceInfo,
  type FdiClient,
  isApiError,
  type MultiTaskInitBody,
  type MultiTaskInitElement,
  type TaskResponseV2,
} from '../src/index.ts';
import { failure } from './stub-transport.ts';

const elements = story.answer<MultiTaskInitElement[]>('installMultiTasks', 'auto-mapping').body;
const element = elements[0]!;
const shown = story.answer<TaskResponseV2>('showTask', 'draft').body;
const token = 'a-token-of-many-letters';

let mock: Mock;
let fdi: FdiClient;

beforeAll(async () => {
  mock = await startMock({ token });
  const place = { projectId: shown.task.project_id!, instanceId: element.source_instance_id! };
  fdi = createFdiClient({ baseUrl: mock.url, ...place, credentials: token });
});

afterAll(() => mock?.close());

test.each(['shop', 'warehouse', 'self-hosted-sqlite'])('the data source %s is registered', async (name) => {
  const body = story.request<DatasourceInfo>('createDatasourceInfo', name);
  expect(await fdi.dataSources.create(body)).toEqual(story.answer('createDatasourceInfo', name).body);
});

test('data sources are listed, a page or all', async () => {
  const page = await fdi.dataSources.list({ limit: 2, sort_field: 'CREATED_DATE', sort_type: 'ASC' });
  const all = [];
  for await (const source of fdi.dataSources.iterate({ datasource_type: 'MYSQL' })) all.push(source);
  expect(page.entities).toHaveLength(page.total);
  expect(all).toEqual(page.entities);
});

test.each(['auto-mapping', 'pair-only', 'known-task', 'id-only'])(
  'init answers %s as the contract has it',
  async (name) => {
    const body = story.request<MultiTaskInitBody>('installMultiTasks', name);
    expect(await fdi.compositeTasks.init(body)).toEqual(story.answer('installMultiTasks', name).body);
  },
);

test('init without a body is a call of its own right', async () => {
  expect(await fdi.compositeTasks.init()).toHaveLength(1);
  expect(mock.requests.at(-1)).toMatchObject({ operationId: 'installMultiTasks', body: undefined, status: 200 });
});

test('mappings are listed, a page or all', async () => {
  const page = await fdi.compositeTasks.mappings.list(element.task_id, { limit: 10 });
  const all = [];
  for await (const mapping of fdi.compositeTasks.mappings.iterate(element.task_id)) all.push(mapping);
  expect(page.mappings).toEqual(element.mappings);
  expect(all).toEqual(element.mappings);
});

test('a task is shown and deleted', async () => {
  expect(await fdi.tasks.show(element.task_id)).toEqual(shown);
  expect(await fdi.tasks.delete(element.task_id)).toBeUndefined();
});

test('a data source is shown', async () => {
  const id = story.path('showDatasourceDetail').split('/').at(-1)!;
  expect(await fdi.dataSources.show(id)).toMatchObject({ datasource_id: id });
});

test('a data source is deleted', async () => {
  const unused = story.path('deleteDatasourceInfoById').split('/').at(-1)!;
  expect(await fdi.dataSources.delete(unused)).toBeUndefined();
});

test.each(['unknown-data-source', 'one-data-source'])('init refuses %s with the contract’s failure', async (name) => {
  const error = await failure(fdi.compositeTasks.init(story.request<MultiTaskInitBody>('installMultiTasks', name)));
  const { status, body } = story.answer<{ error_code: string; error_msg: string }>('installMultiTasks', name);
  expect(error).toMatchObject({ name: 'ApiError', status, code: body.error_code });
  expect((error as ApiError).message).toContain(body.error_msg);
});

test('a failure is known by its name, with id and remedy', async () => {
  const error = await failure(fdi.tasks.show('f'.repeat(32)));
  if (!isApiError(error, 'TaskNotFound')) throw error;
  expect(error.remedy).toBe(failures.TaskNotFound.remedy);
  expect(error.requestId).toMatch(/./);
});

test('wrong credentials and what does not fit the contract are refused', async () => {
  const place = { projectId: shown.task.project_id!, instanceId: element.source_instance_id! };
  const unknownCaller = createFdiClient({ baseUrl: mock.url, ...place, credentials: 'another-token' });
  expect(isApiError(await failure(unknownCaller.compositeTasks.init()), 'Unauthenticated')).toBe(true);
  const wrong = { auto_mapping: 'true' } as unknown as MultiTaskInitBody;
  expect(isApiError(await failure(fdi.compositeTasks.init(wrong)), 'InvalidParameters')).toBe(true);
  expect(isApiError(await failure(fdi.tasks.show('a/../b')), 'InvalidParameters')).toBe(true);
});
