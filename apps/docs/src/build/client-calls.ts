/** How each operation is called through @roma-fdi/client. An operation without an entry here does not compile. */
import type { OperationId } from '@roma-fdi/contract';
import type { operations } from '@roma-fdi/types';

export interface ClientCall {
  /** The method, as a path below the client. Its arguments: the path parameters, then the body or the query. */
  method: string;
  /** The query parameters that the samples show, with the contract's example values. Default: none. */
  query?: readonly string[];
  /** The answer's name in the sample and what the sample prints of it; absent where there is no answer body. */
  answer?: { name: string; print: string };
}

/** None where an operation takes no query. */
type NamesOf<Query> = Query extends object ? Extract<keyof Query, string> : never;

/** A call that names only parameters which the operation has. */
interface CallOf<Id extends OperationId> extends ClientCall {
  query?: readonly NamesOf<operations[Id]['parameters']['query']>[];
}

export const clientCalls: { readonly [Id in OperationId]: CallOf<Id> } = {
  createDatasourceInfo: {
    method: 'dataSources.create',
    answer: { name: 'dataSource', print: 'dataSource.datasource_id' },
  },
  listDatasources: {
    method: 'dataSources.list',
    query: ['limit', 'offset'],
    answer: { name: 'page', print: 'page.entities' },
  },
  showDatasourceDetail: {
    method: 'dataSources.show',
    answer: { name: 'dataSource', print: 'dataSource.datasource_id, dataSource.content' },
  },
  updateDatasourceInfo: {
    method: 'dataSources.update',
    answer: { name: 'dataSource', print: 'dataSource.datasource_id, dataSource.description' },
  },
  deleteDatasourceInfoById: { method: 'dataSources.delete' },
  startTestDatasource: { method: 'dataSources.test', answer: { name: '{ result }', print: 'result' } },
  listDatasourceTables: {
    method: 'dataSources.listTables',
    query: ['position'],
    answer: { name: '{ tables }', print: 'tables' },
  },
  listDatasourceColumns: {
    method: 'dataSources.listColumns',
    query: ['position', 'table_name'],
    answer: { name: '{ columns }', print: 'columns' },
  },
  installMultiTasks: {
    method: 'compositeTasks.init',
    answer: { name: 'elements', print: 'elements[0]?.task_id, elements[0]?.mappings' },
  },
  createMultiTasks: { method: 'compositeTasks.create', answer: { name: '{ task_id }', print: 'task_id' } },
  updateMultiTasks: { method: 'compositeTasks.update', answer: { name: '{ task_id }', print: 'task_id' } },
  resetMultiTaskOffset: { method: 'compositeTasks.resetOffset', answer: { name: '{ message }', print: 'message' } },
  listMultiTaskMappings: {
    method: 'compositeTasks.mappings.list',
    query: ['limit', 'offset'],
    answer: { name: 'page', print: 'page.mappings' },
  },
  createMultiTaskMappings: {
    method: 'compositeTasks.mappings.create',
    answer: { name: '{ mapping_id }', print: 'mapping_id' },
  },
  updateMultiTaskMappings: {
    method: 'compositeTasks.mappings.update',
    answer: { name: '{ mapping_id }', print: 'mapping_id' },
  },
  deleteMultiTaskMapping: {
    method: 'compositeTasks.mappings.delete',
    answer: { name: '{ mapping_id }', print: 'mapping_id' },
  },
  applyMultiTaskDecisions: {
    method: 'compositeTasks.mappings.applyDecisions',
    answer: { name: 'counts', print: 'counts' },
  },
  createMultiTaskMappingsAutomatically: {
    method: 'compositeTasks.mappings.createAutomatically',
    answer: { name: 'elements', print: 'elements[0]?.task_id, elements[0]?.mappings' },
  },
  listTasks: { method: 'tasks.list', query: ['limit', 'offset'], answer: { name: 'page', print: 'page.entities' } },
  showTask: { method: 'tasks.show', answer: { name: '{ task }', print: 'task' } },
  deleteTask: { method: 'tasks.delete' },
  countTasks: { method: 'tasks.count', answer: { name: 'counts', print: 'counts.cdc_task_details' } },
  runTask: { method: 'tasks.run' },
  stopTask: { method: 'tasks.stop', answer: { name: '{ message }', print: 'message' } },
  batchStartOrStopTasks: { method: 'tasks.batch', answer: { name: '{ success, failure }', print: 'success, failure' } },
};
