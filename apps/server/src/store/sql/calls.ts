/** The store's calls, each written once, over an open transaction; every type of a store follows from this record. */
import {
  createDataSource,
  deleteDataSource,
  findDataSource,
  listDataSources,
  readDataSources,
} from './data-sources.ts';
import { initTask } from './init-task.ts';
import { listMappings, readMappings } from './mappings.ts';
import { setSecrets, unboundDataSources } from './secrets.ts';
import { deleteTask, findTask } from './tasks.ts';

export const calls = {
  createDataSource,
  listDataSources,
  readDataSources,
  findDataSource,
  deleteDataSource,
  unboundDataSources,
  setSecrets,
  initTask,
  findTask,
  deleteTask,
  listMappings,
  readMappings,
};
