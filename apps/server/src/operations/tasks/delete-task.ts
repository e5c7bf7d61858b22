/** `deleteTask`: forgets a task with its pairs and mappings, unless it runs. */

import { Failure } from '@roma-fdi/contract';
import { scopeOf } from '../../wire/scope.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';

export const deleteTask =
  ({ store }: Parts): Handler<'deleteTask'> =>
  async ({ path }, { signal }) => {
    const { status } = await store.deleteTask({ ...scopeOf(path), id: path.task_id }, signal);
    if (status === 'not-found') throw new Failure('TaskNotFound');
    if (status === 'running') throw new Failure('TasksRunning');
    return { status: 204, body: undefined };
  };
