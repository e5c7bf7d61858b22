/** Typed client for the composite tasks of ROMA Connect FDI. */

export type {
  DatasourceInfo,
  DatasourceType,
  MultiTaskAutoMappingForm,
  MultiTaskDecisions,
  MultiTaskInitBody,
  MultiTaskMappingCreateBody,
  MultiTaskMappingStatus,
  MultiTaskRequestBody,
  MultiTaskResetBody,
  MultiTaskUpdateBody,
  operations,
  paths,
  TaskBatchBody,
} from '@roma-fdi/types';
/** Method and path of each operation, for the raw client: `fdi.raw.GET(routes.showTask.path, ...)`. */
export { routes } from '@roma-fdi/types';
export type { Answer } from './answers/answer.ts';
export type {
  BriefTaskRespBean,
  ColumnInfo,
  DataSourceRsp,
  DatasourceColumns,
  DatasourceTables,
  FdiPageQuery,
  MappingIdRsp,
  MessageRsp,
  MultiTaskDecisionsRsp,
  MultiTaskIdRsp,
  MultiTaskInitElement,
  MultiTaskMappingElement,
  MultiTaskMappingsPage,
  TaskBatchRsp,
  TaskBeanFacade,
  TaskCounts,
  TaskPage,
  TaskResponseV2,
  TestConnectRsp,
} from './answers/answer-types.ts';
export type { ColumnsQuery, DataSourcesQuery, TablesQuery } from './calls/data-sources.ts';
export type { MappingsQuery } from './calls/mappings.ts';
export type { TasksQuery } from './calls/tasks.ts';
export { createFdiClient, type FdiClient } from './create-fdi-client.ts';
export type { Credentials, ProofHeaders, UnsignedRequest } from './credentials.ts';
export { ApiError } from './errors/api-error.ts';
export { ConflictError } from './errors/conflict-error.ts';
export { ConnectionError } from './errors/connection-error.ts';
export type { FailureAction, FailureName } from './errors/failures.ts';
export { type CallFacts, FdiError, type OperationId } from './errors/fdi-error.ts';
export {
  isApiError,
  isConflictError,
  isConnectionError,
  isFdiError,
  isInvalidCallError,
  isTimeoutError,
  isUnexpectedAnswerError,
} from './errors/guards.ts';
export { InvalidCallError } from './errors/invalid-call-error.ts';
export { TimeoutError } from './errors/timeout-error.ts';
export { UnexpectedAnswerError, type UnexpectedReason } from './errors/unexpected-answer-error.ts';
export type { CompositeTasks } from './methods/composite-tasks.ts';
export type { DataSources } from './methods/data-sources.ts';
export type { MapDataSources, MapEnd, MapOptions, MapResult } from './methods/map.ts';
export type { Mappings } from './methods/mappings.ts';
export type { Tasks } from './methods/tasks.ts';
export type { AnswerEvent, Hooks, OutcomeEvent, RequestEvent, RetryEvent } from './observe/hooks.ts';
export type { Logger } from './observe/logger.ts';
export type { Address, CallOptions, FdiClientOptions } from './options.ts';
export type { Region } from './region.ts';
export type { Answered, AnswerPromise } from './wire/answer-promise.ts';
export type { RawClient } from './wire/raw.ts';
export type { Transport, TransportAnswer, TransportBody, TransportHeaders, TransportInit } from './wire/transport.ts';
