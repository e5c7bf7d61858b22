/** `batchStartOrStopTasks`: starts or stops tasks one by one, and answers what became of each. */
import { failures, type TaskBeanFacade } from '@roma-fdi/types';
import { isNotRun, type NotRun } from '../../runs/runs.ts';
import { scopeOf } from '../../wire/scope.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';
import { runMessage } from './run-failure.ts';

export const batchStartOrStopTasks =
  ({ runs }: Parts): Handler<'batchStartOrStopTasks'> =>
  async ({ path, body }, { signal }) => {
    const scope = scopeOf(path);
    const success: TaskBeanFacade[] = [];
    const failure: TaskBeanFacade[] = [];
    for (const id of new Set(body.list.map(({ task_id }) => task_id))) {
      signal.throwIfAborted();
      const outcome = await runs[body.action_id]({ ...scope, id }, signal);
      if (isNotRun(outcome)) failure.push({ task_id: id, ...nameOf(outcome.task), ...errorOf(outcome) });
      else success.push({ task_id: id, ...nameOf(outcome) });
    }
    return {
      status: 200,
      body: { success_count: success.length, failure_count: failure.length, success, failure },
    };
  };

const nameOf = (task: { readonly name: string | null } | undefined) => (task?.name ? { task_name: task.name } : {});

/** A batch has a code of its own for a task that does not exist. */
function errorOf(notRun: NotRun) {
  const failure = notRun.failure === 'TaskNotFound' ? 'TasksNotFound' : notRun.failure;
  const error_msg = notRun.failure === 'TaskNotFound' ? failures[failure].message : runMessage(notRun);
  return { error_code: failures[failure].code, error_msg };
}
