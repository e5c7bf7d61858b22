/** The store's calls, each written once, over an open transaction; every type of a store follows from this record. */

import { applyDecisions } from './apply-decisions.ts';
import { createTask, resetTask, updateTask } from './create-task.ts';
import {
  createDataSource,
  deleteDataSource,
  findDataSource,
  findDataSourceOfProject,
  listDataSources,
  readDataSources,
  updateDataSource,
} from './data-sources.ts';
import { createMapping, deleteMapping, updateMapping } from './edit-mappings.ts';
import { findPair } from './find-pair.ts';
import { initTask } from './init-task.ts';
import { countTasks, listTasks } from './list-tasks.ts';
import { listMappings, readListedMappings, readMappings } from './mappings.ts';
import { decisionsVersion, pairDecisions } from './pair-decisions.ts';
import { setExecuteStatus } from './run-task.ts';
import { setSecrets, unboundDataSources } from './secrets.ts';
import { deleteTask, findTask } from './tasks.ts';

export const calls = {
  createDataSource,
  listDataSources,
  readDataSources,
  findDataSource,
  findDataSourceOfProject,
  updateDataSource,
  deleteDataSource,
  unboundDataSources,
  setSecrets,
  initTask,
  createTask,
  updateTask,
  resetTask,
  setExecuteStatus,
  listTasks,
  countTasks,
  findTask,
  findPair,
  deleteTask,
  listMappings,
  readMappings,
  readListedMappings,
  createMapping,
  updateMapping,
  deleteMapping,
  applyDecisions,
  pairDecisions,
  decisionsVersion,
};
