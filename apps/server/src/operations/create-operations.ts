/** The operations, each made from what it works on; one that is missing does not compile. */
import type { OperationId } from '@roma-fdi/contract';
import { createMultiTasks } from './composite-tasks/create-multi-tasks.ts';
import { installMultiTasks } from './composite-tasks/install-multi-tasks.ts';
import { resetMultiTaskOffset } from './composite-tasks/reset-multi-task-offset.ts';
import { updateMultiTasks } from './composite-tasks/update-multi-tasks.ts';
import { createDatasourceInfo } from './data-sources/create-datasource-info.ts';
import { deleteDatasourceInfoById } from './data-sources/delete-datasource-info-by-id.ts';
import { listDatasourceColumns } from './data-sources/list-datasource-columns.ts';
import { listDatasourceTables } from './data-sources/list-datasource-tables.ts';
import { listDatasources } from './data-sources/list-datasources.ts';
import { showDatasourceDetail } from './data-sources/show-datasource-detail.ts';
import { startTestDatasource } from './data-sources/start-test-datasource.ts';
import { updateDatasourceInfo } from './data-sources/update-datasource-info.ts';
import { applyMultiTaskDecisions } from './mappings/apply-multi-task-decisions.ts';
import { createMultiTaskMappings } from './mappings/create-multi-task-mappings.ts';
import { createMultiTaskMappingsAutomatically } from './mappings/create-multi-task-mappings-automatically.ts';
import { deleteMultiTaskMapping } from './mappings/delete-multi-task-mapping.ts';
import { listMultiTaskMappings } from './mappings/list-multi-task-mappings.ts';
import { updateMultiTaskMappings } from './mappings/update-multi-task-mappings.ts';
import type { Handler, Operations } from './operations.ts';
import type { Parts } from './parts.ts';
import { batchStartOrStopTasks } from './tasks/batch-start-or-stop-tasks.ts';
import { countTasks } from './tasks/count-tasks.ts';
import { deleteTask } from './tasks/delete-task.ts';
import { listTasks } from './tasks/list-tasks.ts';
import { runTask } from './tasks/run-task.ts';
import { showTask } from './tasks/show-task.ts';
import { stopTask } from './tasks/stop-task.ts';

const makers: { readonly [Id in OperationId]: (parts: Parts) => Handler<Id> } = {
  applyMultiTaskDecisions,
  batchStartOrStopTasks,
  countTasks,
  createDatasourceInfo,
  createMultiTaskMappings,
  createMultiTaskMappingsAutomatically,
  createMultiTasks,
  deleteDatasourceInfoById,
  deleteMultiTaskMapping,
  deleteTask,
  installMultiTasks,
  listDatasourceColumns,
  listDatasourceTables,
  listDatasources,
  listMultiTaskMappings,
  listTasks,
  resetMultiTaskOffset,
  runTask,
  showDatasourceDetail,
  showTask,
  startTestDatasource,
  stopTask,
  updateDatasourceInfo,
  updateMultiTaskMappings,
  updateMultiTasks,
};

export function createOperations(parts: Parts): Operations {
  const made = Object.entries(makers).map(([id, make]) => [id, make(parts)]);
  return Object.fromEntries(made) as Operations;
}
