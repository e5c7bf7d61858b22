/** `runTask`: starts a task. */
import { isNotRun } from '../../runs/runs.ts';
import { scopeOf } from '../../wire/scope.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';
import { runFailure } from './run-failure.ts';

export const runTask =
  ({ runs }: Parts): Handler<'runTask'> =>
  async ({ path }, { signal }) => {
    const outcome = await runs.start({ ...scopeOf(path), id: path.task_id }, signal);
    if (isNotRun(outcome)) throw runFailure(outcome);
    return { status: 200, body: undefined };
  };
