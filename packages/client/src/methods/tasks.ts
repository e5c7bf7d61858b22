/** Tasks: what all kinds of them share. */
import type { TaskResponseV2 } from '../answers/answer-types.ts';
import type { CallOptions } from '../options.ts';
import type { Call } from '../wire/call.ts';

/** Operations on tasks of any kind, composite tasks included. */
export interface Tasks {
  /** The facts of one task, of a draft too. */
  show(taskId: string, options?: CallOptions): Promise<TaskResponseV2>;
  /** Removes a task with its pairs and mappings, irrevocably; the data sources stay. */
  delete(taskId: string, options?: CallOptions): Promise<void>;
}

/** The group `fdi.tasks`. */
export function createTasks(call: Call): Tasks {
  return {
    show: (task_id, options) => call('showTask', { path: { task_id } }, options),
    delete: (task_id, options) => call('deleteTask', { path: { task_id } }, options),
  };
}
