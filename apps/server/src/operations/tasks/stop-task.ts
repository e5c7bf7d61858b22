/** `stopTask`: stops a task; one that does not run stays as it is. */
import { isNotRun } from '../../runs/runs.ts';
import { scopeOf } from '../../wire/scope.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';
import { runFailure } from './run-failure.ts';

export const stopTask =
  ({ runs }: Parts): Handler<'stopTask'> =>
  async ({ path }, { signal }) => {
    const outcome = await runs.stop({ ...scopeOf(path), id: path.task_id }, signal);
    if (isNotRun(outcome)) throw runFailure(outcome);
    return { status: 200, body: { message: 'success' } };
  };
