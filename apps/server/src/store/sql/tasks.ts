/** Tasks: found, made and deleted. */

import type { Updateable } from '#kysely';
import { isRunning } from '../is-running.ts';
import type { Located, Task, TaskWithPairs } from '../records.ts';
import { inScope } from './in-scope.ts';
import { pairRows, toPair } from './pairs.ts';
import { prepared } from './prepared.ts';
import type { Database, Tables, Work } from './tables.ts';

/** A task with the key by which its pairs point to it; the key never leaves the store. */
export type TaskRow = Task & { readonly key: number };

export async function findTask({ db }: Work, query: Located): Promise<TaskWithPairs | undefined> {
  const found = await taskRow(db, query);
  if (!found) return undefined;
  const pairs = await pairRows(db, found.key);
  return { ...toTask(found), pairs: pairs.map(toPair) };
}

export interface DeleteTaskResult {
  readonly status: 'deleted' | 'not-found' | 'running';
}

/** Deletes the task with its pairs and mappings, unless it runs. */
export async function deleteTask({ db }: Work, query: Located): Promise<DeleteTaskResult> {
  const found = await taskRow(db, query);
  if (!found) return { status: 'not-found' };
  if (isRunning(found)) return { status: 'running' };
  await db.deleteFrom('tasks').where('key', '=', found.key).execute();
  return { status: 'deleted' };
}

export const taskColumns = [
  'key',
  'id',
  'server_id as serverId',
  'name',
  'description',
  'tag',
  'operation_types as operationTypes',
  'source_app_id as sourceAppId',
  'target_app_id as targetAppId',
  'execute_status as executeStatus',
  'created',
  'modified',
] as const;

const oneTask = prepared((db, query: Located) =>
  db
    .selectFrom('tasks')
    .select(taskColumns)
    .where((row) => row.and({ ...inScope(query), id: query.id })),
);

export async function taskRow(db: Database, query: Located): Promise<TaskRow | undefined> {
  const [row] = await oneTask(db, query);
  return row;
}

/** @returns undefined where the task is there already */
export async function addTask(
  { db, now }: Work,
  { project, instance, id, serverId }: Located & Pick<Task, 'serverId'>,
): Promise<TaskRow | undefined> {
  return db
    .insertInto('tasks')
    .values({ project_id: project, instance_id: instance, id, server_id: serverId, created: now, modified: now })
    .onConflict((conflict) => conflict.columns(['project_id', 'instance_id', 'id']).doNothing())
    .returning(taskColumns)
    .executeTakeFirst();
}

export type TaskChange = Updateable<Tables['tasks']>;

/** Whatever it is that is changed: the task is as of now. */
export async function changeTaskRow({ db, now }: Work, key: number, set: TaskChange = {}): Promise<void> {
  await db
    .updateTable('tasks')
    .set({ ...set, modified: now })
    .where('key', '=', key)
    .execute();
}

export function toTask({ key: _, ...task }: TaskRow): Task {
  return task;
}
