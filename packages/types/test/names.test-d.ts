/** The promised names of the contract exist, and narrow as promised. Checked by the compiler alone, on the oldest TypeScript that is served. */
import {
  type DataSourceRsp,
  type DatasourceInfo,
  type DatasourceType,
  type ErrorRsp,
  failures,
  limits,
  type MultiTaskInitBody,
  type MultiTaskInitElement,
  type MultiTaskMappingElement,
  type MultiTaskMappingStatus,
  type MultiTaskMappingsPage,
  type MultiTaskSchemaMappingElement,
  type operations,
  type paths,
  routes,
  type TaskResponseV2,
  type timeouts,
} from '../src/index.ts';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type RequiredKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];
type NullableKeys<T> = { [K in keyof T]-?: null extends T[K] ? K : never }[keyof T];

/** Compiles for what holds, and for nothing else. */
function holds<_Statement extends true>(): void {}

// The controls: a statement that does not hold does not compile.
// @ts-expect-error two names are not one
holds<Equal<'AUTO', 'MANUAL'>>();
// @ts-expect-error an optional property is not required
holds<Equal<RequiredKeys<{ a?: 1; b: 2 }>, 'a' | 'b'>>();

// --- what init takes ---

holds<Equal<RequiredKeys<MultiTaskInitBody>, never>>();
holds<Equal<NullableKeys<MultiTaskInitBody>, keyof MultiTaskInitBody>>();
holds<
  Equal<
    keyof MultiTaskInitBody,
    'ext_info' | 'source_datasource_id' | 'target_datasource_id' | 'task_id' | 'auto_mapping'
  >
>();
holds<Equal<MultiTaskInitBody['auto_mapping'], boolean | null | undefined>>();
holds<Equal<NonNullable<MultiTaskInitBody['ext_info']>['server_id'], string | null | undefined>>();

export const nothing: MultiTaskInitBody = {};
export const nulls: MultiTaskInitBody = {
  ext_info: null,
  source_datasource_id: null,
  target_datasource_id: null,
  task_id: null,
  auto_mapping: null,
};
// @ts-expect-error words are no booleans
export const words: MultiTaskInitBody = { auto_mapping: 'true' };
// @ts-expect-error requests are closed
export const misspelt: MultiTaskInitBody = { autoMapping: true };

// --- what init answers ---

type InitAnswer = operations['installMultiTasks']['responses'][200]['content']['application/json'];
holds<Equal<InitAnswer, MultiTaskInitElement[]>>();
holds<Equal<RequiredKeys<MultiTaskInitElement>, 'task_id'>>();
holds<Equal<RequiredKeys<MultiTaskMappingsPage>, 'task_id'>>();
holds<Equal<NullableKeys<MultiTaskInitElement>, never>>();
holds<Equal<MultiTaskInitElement['mappings'], MultiTaskMappingElement[] | undefined>>();
holds<Equal<MultiTaskInitElement['schema_mappings'], MultiTaskSchemaMappingElement[] | undefined>>();
holds<Equal<MultiTaskInitElement['mappings_total_count'], number | undefined>>();
holds<Equal<MultiTaskMappingStatus, 'AUTO' | 'MANUAL' | 'ADD' | 'UPDATE' | 'DELETE' | 'USING'>>();
holds<Equal<MultiTaskMappingElement['status'], MultiTaskMappingStatus | undefined>>();
holds<Equal<MultiTaskSchemaMappingElement['status'], MultiTaskMappingStatus | undefined>>();

export const least: MultiTaskInitElement = { task_id: 't-1' };
// @ts-expect-error the task_id is always there
export const less: MultiTaskInitElement = { mappings: [] };

// --- the operations that init needs ---

holds<Equal<RequiredKeys<DatasourceInfo>, 'datasource_name' | 'datasource_type' | 'app_id' | 'content'>>();
holds<Equal<RequiredKeys<DataSourceRsp>, 'datasource_id'>>();
holds<Equal<Extract<DatasourceType, 'SQLITE' | 'POSTGRESQL' | 'MYSQL'>, 'SQLITE' | 'POSTGRESQL' | 'MYSQL'>>();
holds<Equal<RequiredKeys<ErrorRsp>, 'error_code' | 'error_msg'>>();
holds<Equal<RequiredKeys<TaskResponseV2>, 'task'>>();
holds<Equal<'password' extends keyof NonNullable<DataSourceRsp['content']> ? true : false, false>>();
holds<Equal<'password' extends keyof DatasourceInfo['content'] ? true : false, true>>();

// --- the table of routes ---

type Route = (typeof routes)[keyof typeof routes];
holds<Equal<keyof typeof routes, keyof operations>>();
holds<Equal<Route['path'], keyof paths>>();
holds<Equal<typeof routes.installMultiTasks.method, 'POST'>>();
holds<Equal<(typeof routes)['listMultiTaskMappings' | 'listDatasources' | 'showTask']['method'], 'GET'>>();
holds<Equal<(typeof routes)['deleteTask' | 'deleteDatasourceInfoById']['method'], 'DELETE'>>();
holds<Equal<paths[typeof routes.installMultiTasks.path]['post'], operations['installMultiTasks']>>();
// @ts-expect-error the table is read-only
routes.installMultiTasks.method = 'POST';

// --- the tables of limits and timeouts ---

holds<Equal<typeof limits.MultiTaskInitElement.mappings, 10>>();
holds<Equal<typeof limits.MultiTaskInitElement.schema_mappings, 10>>();
holds<Equal<typeof limits.MultiTaskMappingsPage.schema_mappings, 1000>>();
holds<Equal<typeof limits.listMultiTaskMappings.limit, 10000>>();
holds<Equal<typeof limits.listMultiTaskMappings.table_name, 256>>();
holds<Equal<typeof limits.ErrorRsp.error_msg, 512>>();
holds<Equal<keyof typeof timeouts, keyof operations>>();
holds<Equal<typeof timeouts.installMultiTasks, 120000>>();
holds<Equal<typeof timeouts.showTask, 30000>>();
// @ts-expect-error the table is read-only
limits.ErrorRsp.error_msg = 512;

// --- the table of failures ---

type Failure = (typeof failures)[keyof typeof failures];
holds<Equal<RequiredKeys<Failure>, 'status' | 'code' | 'message' | 'meaning' | 'cause' | 'remedy' | 'action'>>();
holds<Equal<number extends Failure['status'] ? true : false, false>>();
holds<Equal<string extends Failure['code'] ? true : false, false>>();
holds<Equal<typeof failures.InvalidParameters.status, 400>>();
holds<Equal<typeof failures.Unauthenticated.status, 401>>();
holds<Equal<typeof failures.TaskNotFound.status, 404>>();
holds<Equal<typeof failures.InternalError.status, 500>>();
holds<Equal<typeof failures.UnknownDataSource.code, typeof failures.InvalidValue.code>>();
// @ts-expect-error a failure that errors.yaml does not have
failures.Misfortune;
