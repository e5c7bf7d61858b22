/** Every call that crosses to the store's thread, as a function over an open transaction. */
import { createDataSource, deleteDataSource, findDataSource, listDataSources } from './data-sources.ts';
import { initTask } from './init-task.ts';
import { listMappings } from './mappings.ts';
import { deleteTask, findTask } from './tasks.ts';

export const calls = {
  createDataSource,
  listDataSources,
  findDataSource,
  deleteDataSource,
  initTask,
  findTask,
  deleteTask,
  listMappings,
};

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallInput<Name extends CallName> = Parameters<Calls[Name]>[1];
export type CallResult<Name extends CallName> = Awaited<ReturnType<Calls[Name]>>;
