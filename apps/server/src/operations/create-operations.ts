/** The operations, each made from what it works on; one that is missing does not compile. */
import type { OperationId } from '@roma-fdi/contract';
import { installMultiTasks } from './composite-tasks/install-multi-tasks.ts';
import { listMultiTaskMappings } from './composite-tasks/list-multi-task-mappings.ts';
import { createDatasourceInfo } from './data-sources/create-datasource-info.ts';
import { deleteDatasourceInfoById } from './data-sources/delete-datasource-info-by-id.ts';
import { listDatasources } from './data-sources/list-datasources.ts';
import { showDatasourceDetail } from './data-sources/show-datasource-detail.ts';
import type { Handler, Operations } from './operations.ts';
import type { Parts } from './parts.ts';
import { deleteTask } from './tasks/delete-task.ts';
import { showTask } from './tasks/show-task.ts';

const makers: { readonly [Id in OperationId]: (parts: Parts) => Handler<Id> } = {
  createDatasourceInfo,
  deleteDatasourceInfoById,
  deleteTask,
  installMultiTasks,
  listDatasources,
  listMultiTaskMappings,
  showDatasourceDetail,
  showTask,
};

export function createOperations(parts: Parts): Operations {
  const made = Object.entries(makers).map(([id, make]) => [id, make(parts)]);
  return Object.fromEntries(made) as Operations;
}
