/** Composite tasks: initialising, creating and changing one. */
import type { MultiTaskInitBody, MultiTaskRequestBody, MultiTaskResetBody, MultiTaskUpdateBody } from '@roma-fdi/types';
import type { MessageRsp, MultiTaskIdRsp, MultiTaskInitElement } from '../answers/answer-types.ts';
import * as calls from '../calls/composite-tasks.ts';
import type { CallOptions } from '../options.ts';
import type { Connection } from '../wire/call.ts';
import { createMappings, type Mappings } from './mappings.ts';

/** Operations on composite tasks. */
export interface CompositeTasks {
  /**
   * Makes a composite task or takes a known one, adds a pair of data sources to it, and with `auto_mapping` proposes the mappings
   * between the two. One element for each pair that the call touches, with the first of its mappings. May be repeated with the
   * same `task_id`; without one, each call makes a new task. The task is a draft until `create` names it.
   */
  init(body?: MultiTaskInitBody, options?: CallOptions): Promise<MultiTaskInitElement[]>;
  /**
   * Gives a draft its name (3 to 100 characters, no other task's) and says which changes it passes on; from then on it is listed and
   * can be started. Without the `task_id` of a draft, makes a new task without pairs.
   */
  create(body: MultiTaskRequestBody, options?: CallOptions): Promise<MultiTaskIdRsp>;
  /** Changes which changes a task passes on, its description and its label, while it does not run. Name and mappings stay. */
  update(taskId: string, body: MultiTaskUpdateBody, options?: CallOptions): Promise<MultiTaskIdRsp>;
  /**
   * Says from where a task that does not run reads the changes of its source when it starts next: `date_from`, in milliseconds since
   * 1970-01-01 UTC; by default the time of that start.
   */
  resetOffset(taskId: string, body?: MultiTaskResetBody, options?: CallOptions): Promise<MessageRsp>;
  readonly mappings: Mappings;
}

/** The group `fdi.compositeTasks`. */
export function createCompositeTasks(fdi: Connection): CompositeTasks {
  return {
    init: (body, options) => calls.installMultiTasks(fdi, { body }, options),
    create: (body, options) => calls.createMultiTasks(fdi, { body }, options),
    update: (task_id, body, options) => calls.updateMultiTasks(fdi, { path: { task_id }, body }, options),
    resetOffset: (task_id, body = {}, options) => calls.resetMultiTaskOffset(fdi, { path: { task_id }, body }, options),
    mappings: createMappings(fdi),
  };
}
