/** `countTasks`: how many created tasks are in each state. */
import type { TaskCountDetails } from '@roma-fdi/types';
import { scopeOf } from '../../wire/scope.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';

export const countTasks =
  ({ store }: Parts): Handler<'countTasks'> =>
  async ({ path }, { signal }) => {
    const {
      UNSTARTED = 0,
      WAITING = 0,
      RUNNING = 0,
      SUCCESS = 0,
      CANCELLED = 0,
      ERROR = 0,
    } = await store.countTasks(scopeOf(path), signal);
    return {
      status: 200,
      body: {
        // This server has composite tasks alone.
        common_task_details: details({ running: 0, abnormal: 0, terminated: 0, completed: 0 }),
        cdc_task_details: details({
          running: RUNNING + WAITING,
          abnormal: ERROR,
          terminated: CANCELLED + UNSTARTED,
          completed: SUCCESS,
        }),
      },
    };
  };

function details(counts: Record<'running' | 'abnormal' | 'terminated' | 'completed', number>): TaskCountDetails {
  return {
    running_tasks_count: counts.running,
    abnormal_tasks_count: counts.abnormal,
    terminated_tasks_count: counts.terminated,
    completed_tasks_count: counts.completed,
  };
}
