/** Tasks and their pairs of data sources: found and deleted. */
import type { Scope, Task, TaskPair, TaskWithPairs } from './records.ts';
import type { DeleteTaskResult, PairIds } from './store.ts';
import type { Database } from './tables.ts';

/** Rows with the key by which other rows point to them; it never leaves the store. */
export type TaskRow = Task & { readonly key: number };
export type PairRow = TaskPair & { readonly key: number; readonly mappingCount: number };

export async function findTask(
  db: Database,
  query: Scope & { readonly id: string },
): Promise<TaskWithPairs | undefined> {
  const found = await taskRow(db, query);
  if (!found) return undefined;
  const pairs = await pairRows(db, found.key);
  return { ...toTask(found), pairs: pairs.map(toPair) };
}

export async function deleteTask(db: Database, query: Scope & { readonly id: string }): Promise<DeleteTaskResult> {
  const found = await taskRow(db, query);
  if (!found) return { status: 'not-found' };
  await db.deleteFrom('tasks').where('key', '=', found.key).execute();
  return { status: 'deleted' };
}

const taskColumns = ['key', 'id', 'server_id as serverId', 'created', 'modified'] as const;

export async function taskRow(
  db: Database,
  { project, instance, id }: Scope & { readonly id: string },
): Promise<TaskRow | undefined> {
  return db
    .selectFrom('tasks')
    .select(taskColumns)
    .where('project_id', '=', project)
    .where('instance_id', '=', instance)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The task's pairs in the order in which they were added; only those with the given data sources, where any is given. */
export async function pairRows(
  db: Database,
  taskKey: number,
  { source, target }: { readonly [Side in keyof PairIds]?: string | undefined } = {},
): Promise<PairRow[]> {
  let query = db
    .selectFrom('pairs')
    .innerJoin('data_sources as source', 'source.key', 'pairs.source_key')
    .innerJoin('data_sources as target', 'target.key', 'pairs.target_key')
    .where('pairs.task_key', '=', taskKey);
  if (source !== undefined) query = query.where('source.id', '=', source);
  if (target !== undefined) query = query.where('target.id', '=', target);
  const rows = await query
    .select([
      'pairs.key',
      'pairs.mapping_count as mappingCount',
      'source.id as sourceId',
      'source.name as sourceName',
      'source.type as sourceType',
      'source.instance_id as sourceInstance',
      'source.app_id as sourceApp',
      'target.id as targetId',
      'target.name as targetName',
      'target.type as targetType',
      'target.instance_id as targetInstance',
      'target.app_id as targetApp',
    ])
    .orderBy('pairs.key')
    .execute();
  return rows.map((row) => ({
    key: row.key,
    mappingCount: row.mappingCount,
    source: {
      id: row.sourceId,
      name: row.sourceName,
      type: row.sourceType,
      instance: row.sourceInstance,
      appId: row.sourceApp,
    },
    target: {
      id: row.targetId,
      name: row.targetName,
      type: row.targetType,
      instance: row.targetInstance,
      appId: row.targetApp,
    },
  }));
}

export async function addTask(
  db: Database,
  { project, instance, id, serverId, now }: Scope & Pick<Task, 'id' | 'serverId'> & { readonly now: number },
): Promise<TaskRow> {
  return db
    .insertInto('tasks')
    .values({ project_id: project, instance_id: instance, id, server_id: serverId, created: now, modified: now })
    .returning(taskColumns)
    .executeTakeFirstOrThrow();
}

export async function addPair(
  db: Database,
  pair: { readonly taskKey: number; readonly sourceKey: number; readonly targetKey: number },
): Promise<void> {
  await db
    .insertInto('pairs')
    .values({ task_key: pair.taskKey, source_key: pair.sourceKey, target_key: pair.targetKey })
    .execute();
}

export function toTask({ id, serverId, created, modified }: Task): Task {
  return { id, serverId, created, modified };
}

export function toPair({ source, target }: TaskPair): TaskPair {
  return { source, target };
}
