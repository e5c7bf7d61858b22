/** Tasks: what all kinds of them share. */
import { routes } from '@roma-fdi/types';
import type { TaskResponseV2 } from '../answers/answer-types.ts';
import { task } from '../answers/promised.ts';
import { readAnswer, readNothing } from '../answers/read-answer.ts';
import type { CallOptions } from '../options.ts';
import type { Settings } from '../settings.ts';
import { type Core, callInit, replyOf } from '../wire/core.ts';

/** Operations on tasks of any kind, composite tasks included. */
export interface Tasks {
  /** The facts of one task, of a draft too. */
  show(taskId: string, options?: CallOptions): Promise<TaskResponseV2>;
  /** Removes a task with its pairs and mappings, at once and for good; the data sources stay. */
  delete(taskId: string, options?: CallOptions): Promise<void>;
}

/** The group `fdi.tasks`. */
export function createTasks(core: Core, place: Settings['place']): Tasks {
  const { showTask, deleteTask } = routes;
  return {
    async show(taskId, options) {
      const result = await core[showTask.method](showTask.path, {
        ...callInit('showTask', options),
        params: { path: { ...place, task_id: taskId } },
      });
      return readAnswer(replyOf(result), task);
    },
    async delete(taskId, options) {
      const result = await core[deleteTask.method](deleteTask.path, {
        ...callInit('deleteTask', options),
        params: { path: { ...place, task_id: taskId } },
      });
      readNothing(replyOf(result));
    },
  };
}
