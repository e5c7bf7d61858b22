/** Mappings made, changed and deleted by hand. */
import type { MultiTaskMappingStatus } from '@roma-fdi/types';
import type { DeleteQueryBuilder, DeleteResult } from '#kysely';
import { newId, newMappingId } from '../ids.ts';
import { isRunning } from '../is-running.ts';
import type { PairIds, Scope, TablePair } from '../records.ts';
import { type MappingTexts, mappingTexts } from './mapping-texts.ts';
import { pairRowsOf } from './pairs.ts';
import { liftMapped, refuseTables } from './refusals.ts';
import { namesOf, ofTables, tablePairColumns } from './table-pair.ts';
import type { Database, Tables, Work } from './tables.ts';
import { changeTaskRow, taskRow } from './tasks.ts';
import { keepRefused } from './unmapped-tables.ts';

/** A mapping as somebody wants it. */
export interface GivenMapping extends TablePair, MappingTexts {}

export interface CreateMapping extends Scope {
  readonly taskId: string;
  /** A non-empty one replaces the task's; null leaves it. */
  readonly serverId: string | null;
  readonly pair: PairIds;
  readonly mapping: GivenMapping;
}

export interface UpdateMapping extends CreateMapping {
  readonly mappingId: string;
}

export type EditMappingResult =
  | { readonly status: 'done'; readonly id: string }
  | { readonly status: 'no-task' }
  /** The task has no pair of these data sources. */
  | { readonly status: 'no-pair' }
  | { readonly status: 'no-mapping' }
  /** The two tables are mapped to each other already, by the mapping with this id. */
  | { readonly status: 'mapped-already'; readonly id: string };

/** The new mapping stands behind all others of its pair. */
export async function createMapping(work: Work, input: CreateMapping): Promise<EditMappingResult> {
  const { db, now } = work;
  const place = await placeOf(db, input);
  if (place.status !== 'found') return place;
  const twin = await mappedBy(db, place.pairKey, input.mapping);
  if (twin) return { status: 'mapped-already', id: twin };
  const id = newMappingId();
  const status: MultiTaskMappingStatus = place.running ? 'ADD' : 'MANUAL';
  await db
    .insertInto('mappings')
    .values({ id, pair_key: place.pairKey, status, updated_time: now, ...rowOf(input.mapping) })
    .execute();
  await count(db, place.pairKey, 1);
  await settle(work, place, input);
  return { status: 'done', id };
}

/** Replaces the mapping, whole; it keeps its id and its place. */
export async function updateMapping(work: Work, input: UpdateMapping): Promise<EditMappingResult> {
  const { db, now } = work;
  const place = await placeOf(db, input);
  if (place.status !== 'found') return place;
  const before = await mappingOfTask(db, place.taskKey, input.mappingId);
  if (!before) return { status: 'no-mapping' };
  const twin = await mappedBy(db, place.pairKey, input.mapping);
  if (twin !== undefined && twin !== input.mappingId) return { status: 'mapped-already', id: twin };
  const waiting: MultiTaskMappingStatus = before.status === 'ADD' ? 'ADD' : 'UPDATE';
  const status: MultiTaskMappingStatus = place.running ? waiting : 'MANUAL';
  await db
    .updateTable('mappings')
    .set({ pair_key: place.pairKey, status, updated_time: now, ...rowOf(input.mapping) })
    .where('key', '=', before.key)
    .execute();
  if (before.pairKey !== place.pairKey) {
    await count(db, before.pairKey, -1);
    await count(db, place.pairKey, 1);
  }
  await settle(work, place, input);
  await keepRefused(db, before.pairKey, [before]);
  await dropEmptySchemas(db, before.pairKey);
  return { status: 'done', id: input.mappingId };
}

export interface DeleteMapping extends Scope {
  readonly taskId: string;
  readonly mappingId: string;
}

/** While the task runs the mapping waits for its end; what was proposed is not proposed again. */
export async function deleteMapping(work: Work, input: DeleteMapping): Promise<EditMappingResult> {
  const { db, now } = work;
  const task = await taskRow(db, { ...input, id: input.taskId });
  if (!task) return { status: 'no-task' };
  const before = await mappingOfTask(db, task.key, input.mappingId);
  if (!before) return { status: 'no-mapping' };
  if (before.status !== ('MANUAL' satisfies MultiTaskMappingStatus)) await refuseTables(db, before.pairKey, [before]);
  else await keepRefused(db, before.pairKey, [before]);
  if (isRunning(task) && before.status !== ('ADD' satisfies MultiTaskMappingStatus)) {
    const status: MultiTaskMappingStatus = 'DELETE';
    await db.updateTable('mappings').set({ status, updated_time: now }).where('key', '=', before.key).execute();
  } else {
    await removeMappings(work, before.pairKey, (query) => query.where('key', '=', before.key));
  }
  await changeTaskRow(work, task.key);
  return { status: 'done', id: input.mappingId };
}

type Deletion = DeleteQueryBuilder<Tables, 'mappings', DeleteResult>;

/** Removes those mappings of a pair, and the schema mappings that are left without any. */
export async function removeMappings(
  { db }: Work,
  pairKey: number,
  those: (query: Deletion) => Deletion,
): Promise<void> {
  const { numDeletedRows } = await those(db.deleteFrom('mappings').where('pair_key', '=', pairKey)).executeTakeFirst();
  if (numDeletedRows === 0n) return;
  await count(db, pairKey, -Number(numDeletedRows));
  await dropEmptySchemas(db, pairKey);
}

type Place =
  | { readonly status: 'found'; readonly taskKey: number; readonly pairKey: number; readonly running: boolean }
  | { readonly status: 'no-task' }
  | { readonly status: 'no-pair' };

async function placeOf(db: Database, input: CreateMapping): Promise<Place> {
  const task = await taskRow(db, { ...input, id: input.taskId });
  if (!task) return { status: 'no-task' };
  const [pair] = await pairRowsOf(db, task.key, input.pair);
  return pair
    ? { status: 'found', taskKey: task.key, pairKey: pair.key, running: isRunning(task) }
    : { status: 'no-pair' };
}

/** What a mapping brings with it: its schemas are mapped, what it pairs is no longer refused, and the task is changed. */
async function settle(
  work: Work,
  { taskKey, pairKey }: Extract<Place, { status: 'found' }>,
  { mapping, serverId }: CreateMapping,
): Promise<void> {
  const { db, now } = work;
  const { source_schema, target_schema } = namesOf(mapping);
  const status: MultiTaskMappingStatus = 'MANUAL';
  await db
    .insertInto('schema_mappings')
    .values({ id: newId(), pair_key: pairKey, source_schema, target_schema, status, updated_time: now })
    .onConflict((conflict) => conflict.columns(['pair_key', 'source_schema', 'target_schema']).doNothing())
    .execute();
  await liftMapped(db, pairKey, mapping);
  await changeTaskRow(work, taskKey, serverId === null ? {} : { server_id: serverId });
}

async function mappedBy(db: Database, pairKey: number, mapping: TablePair): Promise<string | undefined> {
  const row = await db
    .selectFrom('mappings')
    .select('id')
    .where((row) => row.and(ofTables({ pairKey, ...mapping })))
    .executeTakeFirst();
  return row?.id;
}

function mappingOfTask(db: Database, taskKey: number, id: string) {
  return db
    .selectFrom('mappings')
    .innerJoin('pairs', 'pairs.key', 'mappings.pair_key')
    .select(['mappings.key', 'pair_key as pairKey', 'status', ...tablePairColumns])
    .where('pairs.task_key', '=', taskKey)
    .where('mappings.id', '=', id)
    .executeTakeFirst();
}

export async function count(db: Database, pairKey: number, more: number): Promise<void> {
  await db
    .updateTable('pairs')
    .set((column) => ({ mapping_count: column('mapping_count', '+', more) }))
    .where('key', '=', pairKey)
    .execute();
}

/** A pair of schemas is mapped as long as a pair of their tables is. */
export async function dropEmptySchemas(db: Database, pairKey: number): Promise<void> {
  await db
    .deleteFrom('schema_mappings')
    .where('pair_key', '=', pairKey)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('mappings')
            .select('mappings.key')
            .whereRef('mappings.pair_key', '=', 'schema_mappings.pair_key')
            .whereRef('mappings.source_schema', '=', 'schema_mappings.source_schema')
            .whereRef('mappings.target_schema', '=', 'schema_mappings.target_schema'),
        ),
      ),
    )
    .execute();
}

const rowOf = (mapping: GivenMapping) => ({
  ...namesOf(mapping),
  ...mappingTexts(mapping),
  decided: 1,
  reasons: null,
});
