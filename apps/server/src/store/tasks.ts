/** Tasks: found, made and deleted. */
import { pairRows, toPair } from './pairs.ts';
import { prepared } from './prepared.ts';
import type { Located, Task, TaskWithPairs } from './records.ts';
import type { DeleteTaskResult } from './store.ts';
import type { Database } from './tables.ts';

/** A task with the key by which its pairs point to it; the key never leaves the store. */
export type TaskRow = Task & { readonly key: number };

export async function findTask(db: Database, query: Located): Promise<TaskWithPairs | undefined> {
  const found = await taskRow(db, query);
  if (!found) return undefined;
  const pairs = await pairRows(db, found.key);
  return { ...toTask(found), pairs: pairs.map(toPair) };
}

export async function deleteTask(db: Database, query: Located): Promise<DeleteTaskResult> {
  const found = await taskRow(db, query);
  if (!found) return { status: 'not-found' };
  await db.deleteFrom('tasks').where('key', '=', found.key).execute();
  return { status: 'deleted' };
}

const taskColumns = ['key', 'id', 'server_id as serverId', 'created', 'modified'] as const;

const oneTask = prepared((db, { project, instance, id }: Located) =>
  db
    .selectFrom('tasks')
    .select(taskColumns)
    .where('project_id', '=', project)
    .where('instance_id', '=', instance)
    .where('id', '=', id),
);

export async function taskRow(db: Database, query: Located): Promise<TaskRow | undefined> {
  const [row] = await oneTask(db, query);
  return row;
}

export async function addTask(
  db: Database,
  { project, instance, id, serverId, now }: Located & Pick<Task, 'serverId'> & { readonly now: number },
): Promise<TaskRow> {
  return db
    .insertInto('tasks')
    .values({ project_id: project, instance_id: instance, id, server_id: serverId, created: now, modified: now })
    .returning(taskColumns)
    .executeTakeFirstOrThrow();
}

export function toTask({ id, serverId, created, modified }: Task): Task {
  return { id, serverId, created, modified };
}
