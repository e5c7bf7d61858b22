/** Type tests of what users write; checked by the compiler, never run. */
import type * as wire from '@roma-fdi/types';
import { expectTypeOf } from 'vitest';
import * as calls from './calls.ts';
import {
  type ApiError,
  type BriefTaskRespBean,
  type CallOptions,
  type ColumnInfo,
  createFdiClient,
  type FdiClient,
  type FdiClientOptions,
  isApiError,
  type MultiTaskMappingElement,
  routes,
} from './index.ts';

declare const fdi: FdiClient;
const pair = { source_datasource_id: 's', target_datasource_id: 't' };
const place = { projectId: 'p', instanceId: 'i', credentials: 't' };

/** Every operation of the contract has a method: a new one does not compile until it is named here, and exists. */
export const reached: Record<keyof wire.operations, (client: FdiClient) => unknown> = {
  createDatasourceInfo: (client) => client.dataSources.create,
  listDatasources: (client) => client.dataSources.list,
  showDatasourceDetail: (client) => client.dataSources.show,
  updateDatasourceInfo: (client) => client.dataSources.update,
  deleteDatasourceInfoById: (client) => client.dataSources.delete,
  startTestDatasource: (client) => client.dataSources.test,
  listDatasourceTables: (client) => client.dataSources.listTables,
  listDatasourceColumns: (client) => client.dataSources.listColumns,
  installMultiTasks: (client) => client.compositeTasks.init,
  createMultiTasks: (client) => client.compositeTasks.create,
  updateMultiTasks: (client) => client.compositeTasks.update,
  resetMultiTaskOffset: (client) => client.compositeTasks.resetOffset,
  listMultiTaskMappings: (client) => client.compositeTasks.mappings.list,
  createMultiTaskMappings: (client) => client.compositeTasks.mappings.create,
  updateMultiTaskMappings: (client) => client.compositeTasks.mappings.update,
  deleteMultiTaskMapping: (client) => client.compositeTasks.mappings.delete,
  applyMultiTaskDecisions: (client) => client.compositeTasks.mappings.applyDecisions,
  createMultiTaskMappingsAutomatically: (client) => client.compositeTasks.mappings.createAutomatically,
  listTasks: (client) => client.tasks.list,
  showTask: (client) => client.tasks.show,
  deleteTask: (client) => client.tasks.delete,
  countTasks: (client) => client.tasks.count,
  runTask: (client) => client.tasks.run,
  stopTask: (client) => client.tasks.stop,
  batchStartOrStopTasks: (client) => client.tasks.batch,
};

// And a function, which takes what the contract needs.
expectTypeOf<keyof wire.operations>().toExtend<keyof typeof calls>();
declare const connection: calls.Connection;
expectTypeOf(await calls.installMultiTasks(connection)).toEqualTypeOf<calls.Result<'installMultiTasks'>>();
expectTypeOf(await calls.deleteTask(connection, { path: { task_id: 't' } })).toBeVoid();
// @ts-expect-error: a property that the contract does not have
calls.installMultiTasks(connection, { body: { auto_maping: true } });
// @ts-expect-error: the task is missing
calls.showTask(connection, {});
// @ts-expect-error: the body is missing
calls.createMultiTasks(connection, {});

// Arguments are the generated types.
expectTypeOf(fdi.compositeTasks.init).parameter(0).toEqualTypeOf<wire.MultiTaskInitBody | undefined>();
expectTypeOf(fdi.dataSources.create).parameter(0).toEqualTypeOf<wire.DatasourceInfo>();
expectTypeOf(fdi.dataSources.update).parameter(1).toEqualTypeOf<wire.DatasourceInfo>();
expectTypeOf(fdi.dataSources.test).parameter(1).toEqualTypeOf<wire.DatasourceInfo>();
expectTypeOf(fdi.compositeTasks.create).parameter(0).toEqualTypeOf<wire.MultiTaskRequestBody>();
expectTypeOf(fdi.compositeTasks.update).parameter(1).toEqualTypeOf<wire.MultiTaskUpdateBody>();
expectTypeOf(fdi.compositeTasks.resetOffset).parameter(1).toEqualTypeOf<wire.MultiTaskResetBody | undefined>();
expectTypeOf(fdi.compositeTasks.mappings.create).parameter(1).toEqualTypeOf<wire.MultiTaskMappingCreateBody>();
expectTypeOf(fdi.compositeTasks.mappings.update).parameter(2).toEqualTypeOf<wire.MultiTaskMappingCreateBody>();
expectTypeOf(fdi.compositeTasks.mappings.createAutomatically)
  .parameter(0)
  .toEqualTypeOf<wire.MultiTaskAutoMappingForm>();
expectTypeOf(fdi.tasks.batch).parameter(0).toEqualTypeOf<wire.TaskBatchBody>();

// A wrong argument is refused where it stands.
// @ts-expect-error: a property that the contract does not have
fdi.compositeTasks.init({ auto_maping: true });
// @ts-expect-error: a property of the wrong type
fdi.compositeTasks.init({ auto_mapping: 'true' });
// @ts-expect-error: a nested property that the contract does not have
fdi.compositeTasks.init({ ext_info: { server: '1' } });
// @ts-expect-error: a type of data source that the contract does not have
fdi.dataSources.create({ datasource_name: 'n', datasource_type: 'KAFKAA', app_id: 'a', content: {} });
// @ts-expect-error: a required property is missing
fdi.dataSources.create({ datasource_name: 'n', datasource_type: 'KAFKA', content: {} });
const address = { host: 'h', port: '1', database_name: 'd', user_name: 'u', password: 'p' };
fdi.dataSources.create({ datasource_name: 'n', datasource_type: 'POSTGRESQL', app_id: 'a', content: address });
const byUrl = { mode: 'professional', url: 'jdbc:mysql://h/d' } as const;
fdi.dataSources.create({ datasource_name: 'n', datasource_type: 'MYSQL', app_id: 'a', content: byUrl });
// @ts-expect-error: a relational database without an address
fdi.dataSources.create({ datasource_name: 'n', datasource_type: 'POSTGRESQL', app_id: 'a', content: {} });
// @ts-expect-error: settings of an object store
fdi.dataSources.create({ datasource_name: 'n', datasource_type: 'MYSQL', app_id: 'a', content: { bucket_name: 'b' } });
// @ts-expect-error: an SQLite file without its path
fdi.dataSources.create({ datasource_name: 'n', datasource_type: 'SQLITE', app_id: 'a', content: {} });
// @ts-expect-error: a filter that the contract does not have
fdi.compositeTasks.mappings.list('task', { page: 2 });
// @ts-expect-error: the iterator keeps the offset itself
fdi.compositeTasks.mappings.iterate('task', { offset: 2 });
// @ts-expect-error: a name that the answers have, and not the request
fdi.compositeTasks.mappings.create('task', { source_datasource_id: 's', target_datasource_id: 't', mapping: [] });
// @ts-expect-error: a number as the other operations spell it
fdi.compositeTasks.mappings.createAutomatically({ source_ds_id: 's', target_ds_id: 't', task_type: 'REALTIME' });
// @ts-expect-error: a field of the form is missing
fdi.compositeTasks.mappings.createAutomatically({ source_ds_id: 's' });
// @ts-expect-error: tables are listed for a side
fdi.dataSources.listTables('id', {});
// @ts-expect-error: columns are listed of a table
fdi.dataSources.listColumns('id', { position: 'SOURCE' });
// @ts-expect-error: an action that no batch has
fdi.tasks.batch({ action_id: 'restart', list: [] });
// @ts-expect-error: the iterator keeps the offset itself
fdi.tasks.iterate({ offset: 2 });
// @ts-expect-error: an option that no call has
fdi.tasks.show('task', { retry: 2 });

// Exactly one of address and region.
createFdiClient({ baseUrl: 'https://host', ...place });
createFdiClient({ region: 'cn-north-4', ...place });
// @ts-expect-error: neither
createFdiClient({ ...place });
// @ts-expect-error: both
createFdiClient({ baseUrl: 'https://host', region: 'cn-north-4', ...place });
// @ts-expect-error: a region that the contract does not list
createFdiClient({ region: 'mars-1', ...place });

// Credentials are a token, what gives one, or what signs.
const { credentials: _, ...nobody } = place;
createFdiClient({ baseUrl: 'https://host', ...nobody, credentials: () => 't' });
createFdiClient({ baseUrl: 'https://host', ...nobody, credentials: async () => 't' });
createFdiClient({ baseUrl: 'https://host', ...nobody, credentials: { sign: ({ url }) => ({ 'X-Own': url }) } });
// @ts-expect-error: nobody calls
createFdiClient({ baseUrl: 'https://host', ...nobody });
// @ts-expect-error: an object that cannot sign
createFdiClient({ baseUrl: 'https://host', ...nobody, credentials: { renew: () => true } });

/** The optional properties, at any depth, that cannot be given as undefined under exactOptionalPropertyTypes, which this is checked with. */
type Exact<T> = T extends readonly (infer Item)[]
  ? Exact<Item>
  : T extends (...call: never) => unknown
    ? never
    : T extends object
      ? { [Key in keyof T]-?: (Admits<T, Key> extends true ? never : Key) | Exact<T[Key]> }[keyof T]
      : never;
type Admits<T, Key extends keyof T> =
  object extends Pick<T, Key> ? ({ [Name in Key]: undefined } extends Pick<T, Key> ? true : false) : true;
type InputOf<Id extends keyof wire.operations> = [
  Query: NonNullable<wire.operations[Id]['parameters']['query']>,
  Body: wire.operations[Id] extends { requestBody?: { content: { 'application/json': infer Body } } } ? Body : never,
];

expectTypeOf<Exact<{ a: { b?: string }[] }>>().toEqualTypeOf<'b'>();
expectTypeOf<Exact<Omit<FdiClientOptions, 'credentials'> | Omit<CallOptions, 'signal'>>>().toBeNever();
expectTypeOf<Admits<CallOptions, 'signal'>>().toEqualTypeOf<true>();
expectTypeOf<Exact<{ [Id in keyof wire.operations]: InputOf<Id> }[keyof wire.operations]>>().toBeNever();

// What an answer said, of any call.
const shownWhole = await fdi.tasks.show('task').withResponse();
expectTypeOf(shownWhole.data).toEqualTypeOf(await fdi.tasks.show('task'));
expectTypeOf(shownWhole.status).toEqualTypeOf<number>();
expectTypeOf(shownWhole.requestId).toEqualTypeOf<string | undefined>();
expectTypeOf((await fdi.tasks.delete('task').withResponse()).data).toBeVoid();
expectTypeOf(fdi.tasks.show('task')).toExtend<Promise<unknown>>();

// Several calls in one.
expectTypeOf(await fdi.tasks.all()).toEqualTypeOf<BriefTaskRespBean[]>();
expectTypeOf(await fdi.compositeTasks.mappings.all('task')).toEqualTypeOf<MultiTaskMappingElement[]>();
const mapped = await fdi.map('id', { datasource_name: 'n', datasource_type: 'KAFKA', app_id: 'a', content: {} });
expectTypeOf(mapped.mappings).toEqualTypeOf<readonly MultiTaskMappingElement[]>();
// @ts-expect-error: an option that it does not have
fdi.map('id', 'id', { task_id: 'mine' });
// @ts-expect-error: what is no data source
fdi.map('id', { datasource_name: 'n' });

// An ID of the client's making is for addresses alone.
createFdiClient({ baseUrl: 'https://host', ...place, idempotentInit: true });
// @ts-expect-error: nobody knows what the cloud does with it
createFdiClient({ region: 'cn-north-4', ...place, idempotentInit: true });
// @ts-expect-error: an option that no client has
createFdiClient({ baseUrl: 'https://host', ...place, retries: 2 });
// The loggers of the field are loggers.
createFdiClient({ baseUrl: 'https://host', ...place, logger: console });
createFdiClient({ baseUrl: 'https://host', ...place, onRetry: ({ call, wait }) => console.log(call.operation, wait) });

// fetch is a transport.
createFdiClient({ baseUrl: 'https://host', ...place, transport: fetch });

// Answers: task_id is there, the rest may be absent and is never null; enumerated values are open but completed.
const [element] = await fdi.compositeTasks.init();
expectTypeOf(element!.task_id).toEqualTypeOf<string>();
expectTypeOf(element!.source_datasource_id).toEqualTypeOf<string | undefined>();
expectTypeOf(element!.mappings).toEqualTypeOf<MultiTaskMappingElement[] | undefined>();
type Status = Required<MultiTaskMappingElement>['status'];
expectTypeOf<wire.MultiTaskMappingStatus>().toExtend<Status>();
expectTypeOf<'SOMETHING_NEW'>().toExtend<Status>();
expectTypeOf<Extract<Status, 'AUTO'>>().toEqualTypeOf<'AUTO'>();
expectTypeOf<MultiTaskMappingElement['updated_time']>().toEqualTypeOf<number | undefined>();
expectTypeOf(fdi.compositeTasks.mappings.iterate('task')).toExtend<AsyncIterable<MultiTaskMappingElement>>();
expectTypeOf(await fdi.tasks.delete('task')).toBeVoid();
expectTypeOf(await fdi.tasks.run('task')).toBeVoid();
expectTypeOf((await fdi.tasks.list()).entities).toEqualTypeOf<BriefTaskRespBean[]>();
expectTypeOf(fdi.tasks.iterate()).toExtend<AsyncIterable<BriefTaskRespBean>>();
expectTypeOf<BriefTaskRespBean['status']>().toEqualTypeOf<0 | 1 | (number & {}) | undefined>();
expectTypeOf((await fdi.compositeTasks.mappings.create('task', pair)).mapping_id).toEqualTypeOf<string>();
// Null is read as absent.
expectTypeOf<ColumnInfo['decimal_digits']>().toEqualTypeOf<string | undefined>();
expectTypeOf<Exclude<wire.ColumnInfo['decimal_digits'], undefined>>().toEqualTypeOf<string | null>();

// Failures are known by the contract's names.
const thrown: unknown = undefined;
if (isApiError(thrown, 'TaskNotFound')) expectTypeOf(thrown).toEqualTypeOf<ApiError>();
// @ts-expect-error: a failure that the contract does not have
isApiError(thrown, 'TaskLost');

// The raw client has the contract's paths.
const shown = await fdi.raw.GET(routes.showTask.path, {
  params: { path: { project_id: 'p', instance_id: 'i', task_id: 't' } },
});
expectTypeOf(shown.data).toEqualTypeOf<wire.TaskResponseV2 | undefined>();
