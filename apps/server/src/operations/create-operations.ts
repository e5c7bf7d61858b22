/** Puts the operations together with what they work on. */
import { createDatasourceInfo } from './create-datasource-info.ts';
import { deleteDatasourceInfoById } from './delete-datasource-info-by-id.ts';
import { deleteTask } from './delete-task.ts';
import { installMultiTasks } from './install-multi-tasks.ts';
import { listDatasources } from './list-datasources.ts';
import { listMultiTaskMappings } from './list-multi-task-mappings.ts';
import type { Operations } from './operations.ts';
import type { Parts } from './parts.ts';
import { showTask } from './show-task.ts';

export function createOperations(parts: Parts): Operations {
  return {
    createDatasourceInfo: createDatasourceInfo(parts),
    deleteDatasourceInfoById: deleteDatasourceInfoById(parts),
    deleteTask: deleteTask(parts),
    installMultiTasks: installMultiTasks(parts),
    listDatasources: listDatasources(parts),
    listMultiTaskMappings: listMultiTaskMappings(parts),
    showTask: showTask(parts),
  };
}
