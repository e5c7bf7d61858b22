/** Tasks: what all kinds of them share. */
import type { TaskBatchBody } from '@roma-fdi/types';
import type {
  BriefTaskRespBean,
  MessageRsp,
  TaskBatchRsp,
  TaskCounts,
  TaskPage,
  TaskResponseV2,
} from '../answers/answer-types.ts';
import type { TasksQuery } from '../calls/tasks.ts';
import * as calls from '../calls/tasks.ts';
import type { CallOptions } from '../options.ts';
import type { AnswerPromise } from '../wire/answer-promise.ts';
import type { Connection } from '../wire/call.ts';
import { entityPages, iterateWhole, readAll } from './pages.ts';

/** Operations on tasks of any kind, composite tasks included. */
export interface Tasks {
  /** One page of the tasks that were created, 10 entries unless `limit` says otherwise. Drafts are left out. */
  list(query?: TasksQuery, options?: CallOptions): AnswerPromise<TaskPage>;
  /**
   * All tasks that fit the query; `limit` is the size of a page (100 by default). All pages are read before the first is given, so the
   * loop may create, stop and delete tasks.
   */
  iterate(
    query?: Omit<TasksQuery, 'offset'>,
    options?: CallOptions,
  ): AsyncGenerator<BriefTaskRespBean, void, undefined>;
  /** The same as a list. */
  all(query?: Omit<TasksQuery, 'offset'>, options?: CallOptions): Promise<BriefTaskRespBean[]>;
  /** The facts of one task, of a draft too. */
  show(taskId: string, options?: CallOptions): AnswerPromise<TaskResponseV2>;
  /** Removes a task with its pairs and mappings, irrevocably; the data sources stay. */
  delete(taskId: string, options?: CallOptions): AnswerPromise<void>;
  /** How many tasks are in each state, ordinary and composite ones (`cdc_task_details`) apart. */
  count(options?: CallOptions): AnswerPromise<TaskCounts>;
  /** Starts a task that was created. */
  run(taskId: string, options?: CallOptions): AnswerPromise<void>;
  /** Stops a task; one that does not run is left as it is. */
  stop(taskId: string, options?: CallOptions): AnswerPromise<MessageRsp>;
  /**
   * Starts or stops up to 9,999 tasks. Those that it could not be done with throw nothing: they stand in `failure` of the answer,
   * each with its error.
   */
  batch(body: TaskBatchBody, options?: CallOptions): AnswerPromise<TaskBatchRsp>;
}

/** The group `fdi.tasks`. */
export function createTasks(fdi: Connection): Tasks {
  const list: Tasks['list'] = (query, options) => calls.listTasks(fdi, { query }, options);
  const pages = (query?: TasksQuery, options?: CallOptions) =>
    entityPages((page) => list({ ...query, ...page }, options), query?.limit);
  const idOf = ({ task_id }: BriefTaskRespBean) => task_id;
  return {
    list,
    iterate: (query, options) => iterateWhole(pages(query, options), idOf),
    all: (query, options) => readAll(pages(query, options), idOf),
    show: (task_id, options) => calls.showTask(fdi, { path: { task_id } }, options),
    delete: (task_id, options) => calls.deleteTask(fdi, { path: { task_id } }, options),
    count: (options) => calls.countTasks(fdi, options),
    run: (task_id, options) => calls.runTask(fdi, { path: { task_id } }, options),
    stop: (task_id, options) => calls.stopTask(fdi, { path: { task_id } }, options),
    batch: (body, options) => calls.batchStartOrStopTasks(fdi, { body }, options),
  };
}
