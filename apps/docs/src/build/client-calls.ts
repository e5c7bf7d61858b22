/** How each operation is called through @roma-fdi/client. An operation without an entry here does not compile. */
import type { OperationId } from '@roma-fdi/contract';
import type { operations } from '@roma-fdi/types';

export interface ClientCall {
  /** The method, as a path below the client. Its arguments: the path parameters, then the body or the query. */
  method: string;
  path: readonly string[];
  /** The query parameters that the samples show, with the contract's example values. */
  query: readonly string[];
  /** The answer's name in the sample and what the sample prints of it; absent where there is no answer body. */
  answer?: { name: string; print: string };
}

type Parameters<Id extends OperationId> = operations[Id]['parameters'];

/** A call that names only parameters which the operation has. Project and instance belong to the client as a whole. */
interface CallOf<Id extends OperationId> extends ClientCall {
  path: readonly Exclude<Extract<keyof Parameters<Id>['path'], string>, 'project_id' | 'instance_id'>[];
  query: readonly Extract<keyof NonNullable<Parameters<Id>['query']>, string>[];
}

export const clientCalls: { readonly [Id in OperationId]: CallOf<Id> } = {
  createDatasourceInfo: {
    method: 'dataSources.create',
    path: [],
    query: [],
    answer: { name: 'dataSource', print: 'dataSource.datasource_id' },
  },
  listDatasources: {
    method: 'dataSources.list',
    path: [],
    query: ['limit', 'offset'],
    answer: { name: 'page', print: 'page.entities' },
  },
  showDatasourceDetail: {
    method: 'dataSources.show',
    path: ['datasource_id'],
    query: [],
    answer: { name: 'dataSource', print: 'dataSource.datasource_id, dataSource.content' },
  },
  updateDatasourceInfo: {
    method: 'dataSources.update',
    path: ['datasource_id'],
    query: [],
    answer: { name: 'dataSource', print: 'dataSource.datasource_id, dataSource.description' },
  },
  deleteDatasourceInfoById: { method: 'dataSources.delete', path: ['datasource_id'], query: [] },
  startTestDatasource: {
    method: 'dataSources.test',
    path: ['datasource_id'],
    query: [],
    answer: { name: '{ result }', print: 'result' },
  },
  listDatasourceTables: {
    method: 'dataSources.listTables',
    path: ['datasource_id'],
    query: ['position'],
    answer: { name: '{ tables }', print: 'tables' },
  },
  listDatasourceColumns: {
    method: 'dataSources.listColumns',
    path: ['datasource_id'],
    query: ['position', 'table_name'],
    answer: { name: '{ columns }', print: 'columns' },
  },
  installMultiTasks: {
    method: 'compositeTasks.init',
    path: [],
    query: [],
    answer: { name: 'elements', print: 'elements[0]?.task_id, elements[0]?.mappings' },
  },
  createMultiTasks: {
    method: 'compositeTasks.create',
    path: [],
    query: [],
    answer: { name: '{ task_id }', print: 'task_id' },
  },
  updateMultiTasks: {
    method: 'compositeTasks.update',
    path: ['task_id'],
    query: [],
    answer: { name: '{ task_id }', print: 'task_id' },
  },
  resetMultiTaskOffset: {
    method: 'compositeTasks.resetOffset',
    path: ['task_id'],
    query: [],
    answer: { name: '{ message }', print: 'message' },
  },
  listMultiTaskMappings: {
    method: 'compositeTasks.mappings.list',
    path: ['task_id'],
    query: ['limit', 'offset'],
    answer: { name: 'page', print: 'page.mappings' },
  },
  createMultiTaskMappings: {
    method: 'compositeTasks.mappings.create',
    path: ['task_id'],
    query: [],
    answer: { name: '{ mapping_id }', print: 'mapping_id' },
  },
  updateMultiTaskMappings: {
    method: 'compositeTasks.mappings.update',
    path: ['task_id', 'mapping_id'],
    query: [],
    answer: { name: '{ mapping_id }', print: 'mapping_id' },
  },
  deleteMultiTaskMapping: {
    method: 'compositeTasks.mappings.delete',
    path: ['task_id', 'mapping_id'],
    query: [],
    answer: { name: '{ mapping_id }', print: 'mapping_id' },
  },
  applyMultiTaskDecisions: {
    method: 'compositeTasks.mappings.applyDecisions',
    path: ['task_id'],
    query: [],
    answer: { name: 'counts', print: 'counts' },
  },
  createMultiTaskMappingsAutomatically: {
    method: 'compositeTasks.mappings.createAutomatically',
    path: [],
    query: [],
    answer: { name: 'elements', print: 'elements[0]?.task_id, elements[0]?.mappings' },
  },
  listTasks: {
    method: 'tasks.list',
    path: [],
    query: ['limit', 'offset'],
    answer: { name: 'page', print: 'page.entities' },
  },
  showTask: { method: 'tasks.show', path: ['task_id'], query: [], answer: { name: '{ task }', print: 'task' } },
  deleteTask: { method: 'tasks.delete', path: ['task_id'], query: [] },
  countTasks: {
    method: 'tasks.count',
    path: [],
    query: [],
    answer: { name: 'counts', print: 'counts.cdc_task_details' },
  },
  runTask: { method: 'tasks.run', path: ['task_id'], query: [] },
  stopTask: {
    method: 'tasks.stop',
    path: ['task_id'],
    query: [],
    answer: { name: '{ message }', print: 'message' },
  },
  batchStartOrStopTasks: {
    method: 'tasks.batch',
    path: [],
    query: [],
    answer: { name: '{ success, failure }', print: 'success, failure' },
  },
};
