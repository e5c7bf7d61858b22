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
  type MultiTaskAutoMappingForm,
  type MultiTaskInitBody,
  type MultiTaskInitElement,
  type MultiTaskMappingCreateBody,
  type MultiTaskRequestBody,
  type MultiTaskUpdateBody,
  type TaskBatchBody,
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

test('a task is created, changed and reset', async () => {
  const { create, update, resetOffset } = fdi.compositeTasks;
  const named = story.request<MultiTaskRequestBody>('createMultiTasks', 'shop-to-warehouse');
  expect(await create(named)).toEqual({ task_id: element.task_id });
  const changes = story.request<MultiTaskUpdateBody>('updateMultiTasks', 'draft');
  expect(await update(element.task_id, changes)).toEqual({ task_id: element.task_id });
  const { body } = story.answer('resetMultiTaskOffset', 'draft');
  expect(await resetOffset(element.task_id, story.request('resetMultiTaskOffset', 'draft'))).toEqual(body);
  expect(await resetOffset(element.task_id)).toEqual(body);
});

test.each(['task-name-taken', 'invalid-value'])(
  'creating a task refuses %s with the contract’s failure',
  async (name) => {
    const error = await failure(
      fdi.compositeTasks.create(story.request<MultiTaskRequestBody>('createMultiTasks', name)),
    );
    const { status, body } = story.answer<{ error_code: string; error_msg: string }>('createMultiTasks', name);
    expect(error).toMatchObject({ name: 'ApiError', status, code: body.error_code });
    expect((error as ApiError).message).toContain(body.error_msg);
  },
);

test('mappings are made, changed and deleted by hand', async () => {
  const { mappings } = fdi.compositeTasks;
  const [, orders] = element.mappings!;
  const made = story.request<MultiTaskMappingCreateBody>('createMultiTaskMappings', 'suppliers');
  expect(await mappings.create(element.task_id, made)).toEqual(
    story.answer('createMultiTaskMappings', 'suppliers').body,
  );
  const changed = story.request<MultiTaskMappingCreateBody>('updateMultiTaskMappings', 'orders');
  expect(await mappings.update(element.task_id, orders!.id!, changed)).toEqual({ mapping_id: orders!.id });
  expect(await mappings.delete(element.task_id, orders!.id!)).toEqual({ mapping_id: orders!.id });
  const mismatch = story.request<MultiTaskMappingCreateBody>('createMultiTaskMappings', 'mapping-mismatch');
  const error = await failure(mappings.create(element.task_id, mismatch));
  expect(isApiError(error, 'MappingMismatch')).toBe(true);
});

test('mappings are proposed for names and ranges that a form gives', async () => {
  const form = story.request<MultiTaskAutoMappingForm>('createMultiTaskMappingsAutomatically', 'auto-mapping');
  expect(await fdi.compositeTasks.mappings.createAutomatically({ ...form, task_type: 1 })).toEqual(elements);
  expect(mock.requests.at(-1)).toMatchObject({ body: { ...form, task_type: 1 }, status: 200 });
  const unknown = story.request<MultiTaskAutoMappingForm>(
    'createMultiTaskMappingsAutomatically',
    'unknown-data-source',
  );
  const error = await failure(fdi.compositeTasks.mappings.createAutomatically(unknown));
  expect(isApiError(error, 'UnknownDataSource')).toBe(true);
});

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

test('tasks are listed, a page or all, and counted', async () => {
  const page = await fdi.tasks.list({ limit: 10, sort_field: 'CREATED_DATE', sort_type: 'ASC', status: 0 });
  const all = [];
  for await (const task of fdi.tasks.iterate({ task_type: 'realtime' })) all.push(task);
  expect(page.entities).toHaveLength(page.total);
  expect(all).toEqual(page.entities);
  expect(await fdi.tasks.count()).toEqual(story.answer('countTasks', 'one-task').body);
});

test('a task is started and stopped, alone and in a batch', async () => {
  expect(await fdi.tasks.run(element.task_id)).toBeUndefined();
  expect(mock.requests.at(-1)).toMatchObject({ operationId: 'runTask', body: undefined, status: 200 });
  expect(await fdi.tasks.stop(element.task_id)).toEqual(story.answer('stopTask', 'draft').body);
  for (const name of ['start', 'cannot-start']) {
    const batch = story.request<TaskBatchBody>('batchStartOrStopTasks', name);
    expect(await fdi.tasks.batch(batch)).toEqual(story.answer('batchStartOrStopTasks', name).body);
  }
});

test('a data source is tested, looked into and changed', async () => {
  const { test: tryOut, listTables, listColumns, update } = fdi.dataSources;
  const id = element.source_datasource_id!;
  const shop = story.request<DatasourceInfo>('startTestDatasource', 'shop');
  expect(await tryOut(id, shop)).toEqual({ result: true });
  const { tables } = await listTables(id, { position: 'SOURCE', filter: 'shop' });
  expect(tables).toContain(element.mappings![0]!.source_table);
  const { columns } = await listColumns(id, { position: 'SOURCE', table_name: 'shop.orders' });
  expect(columns[0]).toMatchObject({ field_name: 'id', primary: '1' });
  expect(columns[0]).not.toHaveProperty('decimal_digits');
  const changed = story.request<DatasourceInfo>('updateDatasourceInfo', 'shop');
  expect(await update(id, changed)).toMatchObject({ datasource_id: id, description: changed.description });
  const moved = story.request<DatasourceInfo>('updateDatasourceInfo', 'secret-needed');
  expect(isApiError(await failure(tryOut(id, moved)), 'SecretNeeded')).toBe(true);
  expect(isApiError(await failure(update(id, moved)), 'SecretNeeded')).toBe(true);
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
