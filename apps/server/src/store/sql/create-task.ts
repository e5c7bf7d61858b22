/** Creates a task from a draft or from nothing, and changes one. */

import { isRunning } from '../is-running.ts';
import type { Located, Scope, Task, TaskFacts } from '../records.ts';
import { fold } from './fold.ts';
import { inScope } from './in-scope.ts';
import { addPairless } from './init-task.ts';
import type { Work } from './tables.ts';
import { changeTaskRow, type TaskChange, type TaskRow, taskRow } from './tasks.ts';

export interface CreateTask extends Scope, TaskFacts {
  /** An id that is unknown makes a task under that id. */
  readonly taskId: string;
  readonly name: string;
}

export interface CreateTaskResult {
  readonly status: 'created' | 'name-taken' | 'created-before';
}

export async function createTask(work: Work, input: CreateTask): Promise<CreateTaskResult> {
  const { db, now } = work;
  const { project, instance, taskId: id, name } = input;
  const before = await taskRow(db, { project, instance, id });
  if (before && before.name !== null) return { status: 'created-before' };
  const twin = await db
    .selectFrom('tasks')
    .select('key')
    .where((row) => row.and({ ...inScope(input), name }))
    .executeTakeFirst();
  if (twin) return { status: 'name-taken' };
  const { key } = before ?? (await addPairless(work, input));
  const { numUpdatedRows } = await db
    .updateTable('tasks')
    .set({
      name,
      folded_name: fold(name),
      description: input.description,
      tag: input.tag,
      operation_types: input.operationTypes,
      source_app_id: input.sourceAppId,
      target_app_id: input.targetAppId,
      modified: now,
    })
    .where('key', '=', key)
    // Another writer may have created it meanwhile.
    .where('name', 'is', null)
    .executeTakeFirst();
  return { status: numUpdatedRows === 1n ? 'created' : 'created-before' };
}

/** What is undefined stays. */
export interface UpdateTask extends Located {
  readonly description: string | null | undefined;
  readonly tag: string | null | undefined;
  readonly operationTypes: string;
  readonly repullingSnapshot: boolean;
}

export interface ChangeTaskResult {
  readonly status: 'changed' | 'not-found' | 'draft' | 'running';
}

export function updateTask(work: Work, input: UpdateTask): Promise<ChangeTaskResult> {
  return changeTask(work, input, {
    ...(input.description === undefined ? {} : { description: input.description }),
    ...(input.tag === undefined ? {} : { tag: input.tag }),
    operation_types: input.operationTypes,
    repulling_snapshot: input.repullingSnapshot ? 1 : 0,
  });
}

/** From where the next start reads the changes of the source, in UTC epoch milliseconds; null for the time of that start. */
export interface ResetTask extends Located {
  readonly from: number | null;
}

export function resetTask(work: Work, input: ResetTask): Promise<ChangeTaskResult> {
  return changeTask(work, input, { reset_from: input.from });
}

async function changeTask(work: Work, query: Located, set: TaskChange): Promise<ChangeTaskResult> {
  const found = await taskRow(work.db, query);
  const refused = refusalOf(found);
  if (!found || refused) return { status: refused ?? 'not-found' };
  await changeTaskRow(work, found.key, set);
  return { status: 'changed' };
}

function refusalOf(found: TaskRow | undefined): 'not-found' | 'draft' | 'running' | undefined {
  if (!found) return 'not-found';
  if (found.name === null) return 'draft';
  return isRunning(found satisfies Task) ? 'running' : undefined;
}
