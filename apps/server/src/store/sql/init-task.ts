/** Initialises a task: makes the task, the pair and the mappings that are not there yet, and reads what there is then. */

import { isRunning } from '../is-running.ts';
import { partBytes } from '../part.ts';
import type { PairIds, PairProposals, SchemaMapping, Scope, Task, TaskPair } from '../records.ts';
import { addMappings } from './add-mappings.ts';
import { inScope } from './in-scope.ts';
import { firstMappings, firstSchemaMappings, foundMappings, type MappingsPart } from './mappings.ts';
import { addPair, type PairRow, pairRows, pairRowsOf, renameGroups, toPair } from './pairs.ts';
import type { Database, Work } from './tables.ts';
import { addTask, changeTaskRow, type TaskRow, taskRow, toTask } from './tasks.ts';
import { keepRefused, keepUnmapped } from './unmapped-tables.ts';

export interface InitTask extends Scope {
  /** An id that is unknown makes a task under that id. */
  readonly taskId: string;
  /** A non-empty one replaces the task's; null or `''` leaves it. */
  readonly serverId: string | null;
  /** The pair to add, where the task does not have it; the answer then holds that pair, else all pairs of the task. */
  readonly pair?: PairIds | undefined;
  /** Names of the groups that the tables of the pair form; null leaves what the pair has. */
  readonly groups?: { readonly source: string | null; readonly target: string | null } | undefined;
  /**
   * Table pairs that are mapped already stay as they are; proposals for a pair that the task does not have (it was deleted in the
   * meantime) are dropped.
   */
  readonly proposals?: readonly PairProposals[] | undefined;
  /** How many mappings the answer holds for a pair, at most, and how many schema mappings. */
  readonly limit: number;
  readonly schemaLimit: number;
}

/** A pair with the beginning of its mappings, as created. */
export interface PairMappings extends TaskPair, MappingsPart {
  readonly schemaMappings: readonly SchemaMapping[];
  /** How many table mappings the pair has in all. */
  readonly mappingCount: number;
}

export type InitTaskResult =
  | {
      readonly status: 'done';
      /** Whether this call made the task. */
      readonly created: boolean;
      readonly task: Task;
      /** Empty where the task has no pair. */
      readonly pairs: readonly PairMappings[];
    }
  /** No such data source in that project and instance (any more); nothing was stored. */
  | { readonly status: 'unknown-source' }
  | { readonly status: 'unknown-target' };

/**
 * Writes nothing before it knows that both data sources are there, and nothing at all where nothing is new. What another writer
 * makes between two statements is kept: every row is inserted only where the database does not have it.
 */
export async function initTask(work: Work, input: InitTask): Promise<InitTaskResult> {
  const { db, now } = work;
  const serverId = input.serverId || null;
  const before = await taskRow(db, { ...input, id: input.taskId });
  const known = before ? await answeredPairs(db, before.key, input) : [];
  const missing = known.length === 0 ? input.pair : undefined;
  const ends = missing && (await findEnds(db, input, missing));
  if (ends?.status !== undefined) return ends;

  const { task, created } = before ? { task: before, created: false } : await makeTask(work, input, serverId);
  const paired = ends !== undefined && (await addPair(db, { taskKey: task.key, ...ends }));
  const regrouped = await setGroups(db, task.key, input);
  const pairsBefore = ends || regrouped ? await answeredPairs(db, task.key, input) : known;
  const grown = await addProposals(work, task, pairsBefore, input);
  const changed = paired || grown || regrouped || (serverId !== null && serverId !== task.serverId);
  const after = changed ? { ...task, serverId: serverId ?? task.serverId, modified: now } : task;
  if (changed) await changeTaskRow(work, task.key, { server_id: after.serverId });
  const pairs = grown ? await answeredPairs(db, task.key, input) : pairsBefore;
  return { status: 'done', created, task: toTask(after), pairs: await readPairs(db, pairs, input) };
}

/** Where another writer makes the task first, that one is taken; where it is deleted again at once, the next round makes it. */
async function makeTask(
  work: Work,
  { project, instance, taskId: id }: Scope & Pick<InitTask, 'taskId'>,
  serverId: string | null,
): Promise<{ readonly task: TaskRow; readonly created: boolean }> {
  for (;;) {
    const made = await addTask(work, { project, instance, id, serverId });
    const task = made ?? (await taskRow(work.db, { project, instance, id }));
    if (task) return { task, created: made !== undefined };
  }
}

/** A task without a pair under this id: the one that is there, or a new one. */
export async function addPairless(work: Work, input: Scope & Pick<InitTask, 'taskId'>): Promise<TaskRow> {
  return (await makeTask(work, input, null)).task;
}

/** The pair that the call names, else all pairs of the task. */
function answeredPairs(db: Database, taskKey: number, { pair }: InitTask): Promise<PairRow[]> {
  return pair ? pairRowsOf(db, taskKey, pair) : pairRows(db, taskKey);
}

/** The keys of both data sources, or which of them is not there; the source is told first. */
async function findEnds(db: Database, scope: Scope, pair: PairIds) {
  const rows = await db
    .selectFrom('data_sources')
    .select(['key', 'id'])
    .where((row) => row.and(inScope(scope)))
    .where('id', 'in', [pair.source, pair.target])
    .execute();
  const keyOf = (id: string) => rows.find((row) => row.id === id)?.key;
  const sourceKey = keyOf(pair.source);
  if (sourceKey === undefined) return { status: 'unknown-source' } as const;
  const targetKey = keyOf(pair.target);
  if (targetKey === undefined) return { status: 'unknown-target' } as const;
  return { sourceKey, targetKey };
}

/** @returns whether any of them was another one before */
async function setGroups(db: Database, taskKey: number, { pair, groups }: InitTask): Promise<boolean> {
  if (!pair || !groups) return false;
  const [row] = await pairRowsOf(db, taskKey, pair);
  const given = {
    ...(groups.source === null ? {} : { source_group: groups.source }),
    ...(groups.target === null ? {} : { target_group: groups.target }),
  };
  return row !== undefined && renameGroups(db, row.key, given);
}

/** @returns whether any of them was new */
async function addProposals(
  work: Work,
  task: TaskRow,
  pairs: readonly PairRow[],
  { proposals = [] }: InitTask,
): Promise<boolean> {
  let grown = false;
  for (const proposed of proposals) {
    const pair = pairs.find(({ source, target }) => source.id === proposed.source && target.id === proposed.target);
    if (!pair) continue;
    const added = await addMappings(work, pair.key, proposed.batches, isRunning(task) ? 'ADD' : 'AUTO');
    if (added.grown) grown = true;
    await keepUnmapped(work.db, pair.key, proposed);
    await keepRefused(work.db, pair.key, added.refused);
  }
  return grown;
}

async function readPairs(
  db: Database,
  pairs: readonly PairRow[],
  { limit, schemaLimit }: InitTask,
): Promise<PairMappings[]> {
  const read: PairMappings[] = [];
  let characters = 0;
  for (const pair of pairs) {
    const part = await (characters < partBytes ? firstMappings : foundMappings)(db, pair.key, limit);
    for (const { sourceColumns, targetColumns } of part.mappings)
      characters += sourceColumns.length + targetColumns.length;
    const schemaMappings = await firstSchemaMappings(db, pair.key, schemaLimit);
    read.push({ ...toPair(pair), ...part, schemaMappings, mappingCount: pair.mappingCount });
  }
  return read;
}
