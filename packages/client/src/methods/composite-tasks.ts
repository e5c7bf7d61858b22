/** Composite tasks: initialising, creating and changing one. */
import type { MultiTaskInitBody, MultiTaskRequestBody, MultiTaskResetBody, MultiTaskUpdateBody } from '@roma-fdi/types';
import type { MessageRsp, MultiTaskIdRsp, MultiTaskInitElement } from '../answers/answer-types.ts';
import * as calls from '../calls/composite-tasks.ts';
import type { CallOptions } from '../options.ts';
import type { AnswerPromise } from '../wire/answer-promise.ts';
import type { Connection } from '../wire/call.ts';
import { createMappings, type Mappings } from './mappings.ts';
import { newTaskId } from './task-id.ts';

/** Operations on composite tasks. */
export interface CompositeTasks {
  /**
   * Makes a composite task or takes a known one, adds a pair of data sources to it, and with `auto_mapping` proposes the mappings
   * between the two. One element for each pair that the call touches, with the first of its mappings. May be repeated with the
   * same `task_id`; without one, each call makes a new task (see the option `idempotentInit`). The task is a draft until `create` names it.
   */
  init(body?: MultiTaskInitBody, options?: CallOptions): AnswerPromise<MultiTaskInitElement[]>;
  /**
   * Gives a draft its name (3 to 100 characters, no other task's) and says which changes it passes on; from then on it is listed and
   * can be started. Without the `task_id` of a draft, makes a new task without pairs.
   */
  create(body: MultiTaskRequestBody, options?: CallOptions): AnswerPromise<MultiTaskIdRsp>;
  /** Changes which changes a task passes on, its description and its label, while it does not run. Name and mappings stay. */
  update(taskId: string, body: MultiTaskUpdateBody, options?: CallOptions): AnswerPromise<MultiTaskIdRsp>;
  /**
   * Says from where a task that does not run reads the changes of its source when it starts next: `date_from`, in milliseconds since
   * 1970-01-01 UTC; by default the time of that start.
   */
  resetOffset(taskId: string, body?: MultiTaskResetBody, options?: CallOptions): AnswerPromise<MessageRsp>;
  readonly mappings: Mappings;
}

/** The group `fdi.compositeTasks`; `hasOwnIds` gives each init the ID of its task. */
export function createCompositeTasks(fdi: Connection, hasOwnIds: boolean): CompositeTasks {
  // The contract takes an empty ID for none.
  const named = (body?: MultiTaskInitBody) => ({ ...body, task_id: body?.task_id || newTaskId() });
  return {
    init: (body, options) => calls.installMultiTasks(fdi, { body: hasOwnIds ? named(body) : body }, options),
    create: (body, options) => calls.createMultiTasks(fdi, { body }, options),
    update: (task_id, body, options) => calls.updateMultiTasks(fdi, { path: { task_id }, body }, options),
    resetOffset: (task_id, body = {}, options) => calls.resetMultiTaskOffset(fdi, { path: { task_id }, body }, options),
    mappings: createMappings(fdi),
  };
}
