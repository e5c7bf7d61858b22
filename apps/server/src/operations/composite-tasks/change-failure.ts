/** Says in the contract's words why a task could not be changed. */
import { Failure, invalidParameter } from '@roma-fdi/contract';
import type { CallResult } from '../../store/store.ts';

export function changeFailure({ status }: CallResult<'updateTask'>): Failure | undefined {
  switch (status) {
    case 'changed':
      return undefined;
    case 'not-found':
      return new Failure('TaskNotFound');
    case 'running':
      return new Failure('TasksRunning');
    case 'draft':
      return invalidParameter('TaskIsDraft', 'task_id', 'the task is a draft; create it with createMultiTasks first.');
  }
}
