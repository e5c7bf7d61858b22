/** A call about a task that is not there is refused before any database is read. */
import { Failure } from '@roma-fdi/contract';
import type { Scope } from '../../store/records.ts';
import type { Parts } from '../parts.ts';

/** @throws {Failure} `TaskNotFound` */
export async function requireTask({ store }: Parts, scope: Scope, id: string, signal: AbortSignal): Promise<void> {
  if (!(await store.findTask({ ...scope, id }, signal))) throw new Failure('TaskNotFound');
}
