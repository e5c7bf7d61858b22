/** The pairs of data sources of a task. */

import type { DataSourceFacts, PairIds, TaskPair } from '../records.ts';
import { prepared } from './prepared.ts';
import type { Database } from './tables.ts';

/** A pair with the key by which its mappings point to it; the key never leaves the store. */
export type PairRow = TaskPair & { readonly key: number; readonly mappingCount: number };

/** All pairs of the task, in the order in which they were added. */
export async function pairRows(db: Database, taskKey: number): Promise<PairRow[]> {
  return (await allPairs(db, { taskKey })).map(toPairRow);
}

/** The task's pair of these two data sources: one row, or none. */
export async function pairRowsOf(db: Database, taskKey: number, { source, target }: PairIds): Promise<PairRow[]> {
  return (await onePair(db, { taskKey, source, target })).map(toPairRow);
}

/** @returns whether the task did not have it before */
export async function addPair(
  db: Database,
  pair: { readonly taskKey: number; readonly sourceKey: number; readonly targetKey: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('pairs')
    .values({ task_key: pair.taskKey, source_key: pair.sourceKey, target_key: pair.targetKey })
    .onConflict((conflict) => conflict.columns(['task_key', 'source_key', 'target_key']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** @returns whether that changed anything */
export async function renameGroups(
  db: Database,
  pairKey: number,
  groups: Partial<Record<'source_group' | 'target_group', string>>,
): Promise<boolean> {
  const entries = Object.entries(groups);
  if (entries.length === 0) return false;
  const { numUpdatedRows } = await db
    .updateTable('pairs')
    .set(groups)
    .where('key', '=', pairKey)
    .where(({ or, eb }) => or(entries.map(([name, group]) => eb(name as 'source_group', 'is distinct from', group))))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export function toPair({ source, target, sourceGroup, targetGroup }: TaskPair): TaskPair {
  return { source, target, sourceGroup, targetGroup };
}

const pairsOf = (db: Database, taskKey: number) =>
  db
    .selectFrom('pairs')
    .innerJoin('data_sources as source', 'source.key', 'pairs.source_key')
    .innerJoin('data_sources as target', 'target.key', 'pairs.target_key')
    .select([
      'pairs.key',
      'pairs.mapping_count as mappingCount',
      'pairs.source_group as sourceGroup',
      'pairs.target_group as targetGroup',
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
    .where('pairs.task_key', '=', taskKey)
    .orderBy('pairs.key');

const allPairs = prepared((db, { taskKey }: { taskKey: number }) => pairsOf(db, taskKey));

const onePair = prepared((db, { taskKey, source, target }: PairIds & { taskKey: number }) =>
  pairsOf(db, taskKey).where('source.id', '=', source).where('target.id', '=', target),
);

type Joined = Awaited<ReturnType<typeof allPairs>>[number];

function toPairRow(row: Joined): PairRow {
  const { key, mappingCount, sourceGroup, targetGroup } = row;
  return {
    key,
    mappingCount,
    sourceGroup,
    targetGroup,
    source: factsOf(row, 'source'),
    target: factsOf(row, 'target'),
  };
}

const factsOf = (row: Joined, side: 'source' | 'target'): DataSourceFacts => ({
  id: row[`${side}Id`],
  name: row[`${side}Name`],
  type: row[`${side}Type`],
  instance: row[`${side}Instance`],
  appId: row[`${side}App`],
});

/** The one pair with these data sources, as far as they are given. */
export function choosePair(
  pairs: readonly PairRow[],
  { source, target }: { readonly [Side in keyof PairIds]?: string | undefined },
):
  | { readonly status: 'found'; readonly pair: PairRow }
  | { readonly status: 'no-pair' }
  | { readonly status: 'several-pairs'; readonly pairs: readonly TaskPair[] } {
  const [pair, ...others] = pairs.filter(
    (one) => (source ?? one.source.id) === one.source.id && (target ?? one.target.id) === one.target.id,
  );
  if (!pair) return { status: 'no-pair' };
  return others.length > 0
    ? { status: 'several-pairs', pairs: [pair, ...others].map(toPair) }
    : { status: 'found', pair };
}
