/** A task that could not be changed is refused in the contract's words. */
import { Failure, invalidParameter } from '@roma-fdi/contract';
import type { CallResult } from '../../store/store.ts';

/** @throws {Failure} why it was not changed */
export function requireChanged({ status }: CallResult<'updateTask'>): void {
  switch (status) {
    case 'changed':
      return;
    case 'not-found':
      throw new Failure('TaskNotFound');
    case 'running':
      throw new Failure('TasksRunning');
    case 'draft':
      throw invalidParameter('TaskIsDraft', 'task_id', 'the task is a draft; create it with createMultiTasks first.');
  }
}
