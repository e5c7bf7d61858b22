/** Type tests of what users write; checked by the compiler, never run. */
import type * as wire from '@roma-fdi/types';
import { expectTypeOf } from 'vitest';
import {
  type ApiError,
  type CallOptions,
  createFdiClient,
  type FdiClient,
  type FdiClientOptions,
  isApiError,
  type MultiTaskMappingElement,
  routes,
} from './index.ts';

declare const fdi: FdiClient;
const place = { projectId: 'p', instanceId: 'i', credentials: 't' };

/** Every operation of the contract has a method: a new one does not compile until it is named here, and exists. */
export const reached: Record<keyof wire.operations, (client: FdiClient) => unknown> = {
  createDatasourceInfo: (client) => client.dataSources.create,
  listDatasources: (client) => client.dataSources.list,
  showDatasourceDetail: (client) => client.dataSources.show,
  deleteDatasourceInfoById: (client) => client.dataSources.delete,
  installMultiTasks: (client) => client.compositeTasks.init,
  listMultiTaskMappings: (client) => client.compositeTasks.mappings.list,
  showTask: (client) => client.tasks.show,
  deleteTask: (client) => client.tasks.delete,
};

// Arguments are the generated types.
expectTypeOf(fdi.compositeTasks.init).parameter(0).toEqualTypeOf<wire.MultiTaskInitBody | undefined>();
expectTypeOf(fdi.dataSources.create).parameter(0).toEqualTypeOf<wire.DatasourceInfo>();

// A wrong argument is refused where it stands.
// @ts-expect-error: a property that the contract does not have
fdi.compositeTasks.init({ auto_maping: true });
// @ts-expect-error: a property of the wrong type
fdi.compositeTasks.init({ auto_mapping: 'true' });
// @ts-expect-error: a nested property that the contract does not have
fdi.compositeTasks.init({ ext_info: { server: '1' } });
// @ts-expect-error: a type of data source that the contract does not have
fdi.dataSources.create({ datasource_name: 'n', datasource_type: 'MYSQLL', app_id: 'a', content: {} });
// @ts-expect-error: a required property is missing
fdi.dataSources.create({ datasource_name: 'n', datasource_type: 'MYSQL', content: {} });
// @ts-expect-error: a filter that the contract does not have
fdi.compositeTasks.mappings.list('task', { page: 2 });
// @ts-expect-error: the iterator keeps the offset itself
fdi.compositeTasks.mappings.iterate('task', { offset: 2 });
// @ts-expect-error: an option that no call has
fdi.tasks.show('task', { retries: 2 });

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
