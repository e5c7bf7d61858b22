/** Tasks: what all kinds of them share. One function an operation: imported alone, a bundle holds no other. */
import type { operations, TaskBatchBody } from '@roma-fdi/types';
import * as contract from '@roma-fdi/types';
import type { MessageRsp, TaskBatchRsp, TaskCounts, TaskPage, TaskResponseV2 } from '../answers/answer-types.ts';
import type { CallOptions } from '../options.ts';
import type { AnswerPromise } from '../wire/answer-promise.ts';
import type { Connection } from '../wire/call.ts';

/** Filters, order and paging of tasks. */
export type TasksQuery = NonNullable<operations['listTasks']['parameters']['query']>;

/** One page of the tasks that were created: `tasks.list`. */
export function listTasks(
  fdi: Connection,
  input: { readonly query?: TasksQuery | undefined } = {},
  options?: CallOptions,
): AnswerPromise<TaskPage> {
  return fdi.call(contract.listTasks, input, options);
}

/** The facts of one task, of a draft too: `tasks.show`. */
export function showTask(
  fdi: Connection,
  input: { readonly path: { readonly task_id: string } },
  options?: CallOptions,
): AnswerPromise<TaskResponseV2> {
  return fdi.call(contract.showTask, input, options);
}

/** Removes a task with its pairs and mappings: `tasks.delete`. */
export function deleteTask(
  fdi: Connection,
  input: { readonly path: { readonly task_id: string } },
  options?: CallOptions,
): AnswerPromise<void> {
  return fdi.call(contract.deleteTask, input, options);
}

/** How many tasks are in each state: `tasks.count`. */
export function countTasks(fdi: Connection, options?: CallOptions): AnswerPromise<TaskCounts> {
  return fdi.call(contract.countTasks, {}, options);
}

/** Starts a task that was created: `tasks.run`. */
export function runTask(
  fdi: Connection,
  input: { readonly path: { readonly task_id: string } },
  options?: CallOptions,
): AnswerPromise<void> {
  return fdi.call(contract.runTask, input, options);
}

/** Stops a task: `tasks.stop`. */
export function stopTask(
  fdi: Connection,
  input: { readonly path: { readonly task_id: string } },
  options?: CallOptions,
): AnswerPromise<MessageRsp> {
  return fdi.call(contract.stopTask, input, options);
}

/** Starts or stops many tasks: `tasks.batch`. */
export function batchStartOrStopTasks(
  fdi: Connection,
  input: { readonly body: TaskBatchBody },
  options?: CallOptions,
): AnswerPromise<TaskBatchRsp> {
  return fdi.call(contract.batchStartOrStopTasks, input, options);
}
