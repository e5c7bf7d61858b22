/** `showTask`: the facts of a task, drafts included. */

import { Failure } from '@roma-fdi/contract';
import { scopeOf } from '../../wire/scope.ts';
import { taskAnswer } from '../../wire/task-answer.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';

export const showTask =
  ({ store }: Parts): Handler<'showTask'> =>
  async ({ path }, { signal }) => {
    const task = await store.findTask({ ...scopeOf(path), id: path.task_id }, signal);
    if (!task) throw new Failure('TaskNotFound');
    return { status: 200, body: { task: taskAnswer(task, path.project_id) } };
  };
