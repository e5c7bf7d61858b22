/** What was decided on the mappings of a pair, for automatic mapping to heed. */
import type { MultiTaskMappingStatus } from '@roma-fdi/types';
import { sql } from '#kysely';
import type { ColumnTexts } from '../columns.ts';
import type { ColumnNames } from '../decisions.ts';
import type { PairIds, Scope, TablePair } from '../records.ts';
import { pairRowsOf } from './pairs.ts';
import { type RefusedColumns, refusedColumns, refusedTables } from './refusals.ts';
import { identityOf, tablePairColumns } from './table-pair.ts';
import type { Database, Work } from './tables.ts';
import { taskRow } from './tasks.ts';

interface OfPair extends Scope {
  readonly taskId: string;
  readonly pair: PairIds;
}

/** Two tables that are not to be proposed; with columns these alone. */
export interface RefusedPair extends TablePair {
  readonly columns?: readonly ColumnNames[];
}

export interface PairDecisions {
  /** Mappings that a person made, changed or confirmed: some of them. */
  readonly decided: readonly (TablePair & ColumnTexts & { readonly key: number })[];
  /** All that was refused, with the first page alone: lists of `RefusedPair` as JSON, each of some milliseconds' work. */
  readonly refused: readonly string[];
}

export interface PairDecisionsQuery extends OfPair {
  readonly limit: number;
  /** The key of the last one of the page before, however many were deleted since; 0 for the first page. */
  readonly after: number;
}

/** Nothing of a task, or of a pair, that is not there. */
export async function pairDecisions(
  { db }: Work,
  { limit, after, ...query }: PairDecisionsQuery,
): Promise<PairDecisions> {
  const pairKey = await keyOfPair(db, query);
  if (pairKey === undefined) return { decided: [], refused: [] };
  const decided = await db
    .selectFrom('mappings')
    .select([
      'key',
      ...tablePairColumns,
      'source_columns as sourceColumns',
      'target_columns as targetColumns',
      'column_pairs as columnPairs',
    ])
    .where('pair_key', '=', pairKey)
    .where('decided', '=', 1)
    // What waits for its deletion is refused by now.
    .where('status', '!=', 'DELETE' satisfies MultiTaskMappingStatus)
    .where('key', '>', after)
    .orderBy('key')
    .limit(limit)
    .execute();
  if (after > 0) return { decided, refused: [] };
  return { decided, refused: [...inTexts(await refusedTables(db, pairKey), await refusedColumns(db, pairKey))] };
}

/**
 * Changes with every decision on the pair.
 * @returns undefined where nothing was decided
 */
export async function decisionsVersion({ db }: Work, query: OfPair): Promise<string | undefined> {
  const pairKey = await keyOfPair(db, query);
  if (pairKey === undefined) return undefined;
  const ofPair = sql.lit(pairKey);
  const { rows } = await sql<{ decided: number; tables: number; columns: number; latest: number | null }>`select
    (select count(*) from mappings where pair_key = ${ofPair} and decided = 1) as decided,
    (select count(*) from refused_proposals where pair_key = ${ofPair}) as tables,
    (select count(*) from refused_columns where pair_key = ${ofPair}) as columns,
    (select modified from tasks where key = (select task_key from pairs where key = ${ofPair})) as latest`.execute(db);
  const { decided, tables, columns, latest } = rows[0]!;
  return decided + tables + columns > 0 ? [decided, tables, columns, latest].join(' ') : undefined;
}

async function keyOfPair(db: Database, { taskId, pair, ...scope }: OfPair): Promise<number | undefined> {
  const task = await taskRow(db, { ...scope, id: taskId });
  const [row] = task ? await pairRowsOf(db, task.key, pair) : [];
  return row?.key;
}

/** How many names a text has at most: reading more of them would hold a thread. */
const pairsOfText = 2000;

function* inTexts(tables: readonly TablePair[], columns: readonly RefusedColumns[]): Iterable<string> {
  for (let from = 0; from < tables.length; from += pairsOfText)
    yield JSON.stringify(tables.slice(from, from + pairsOfText) satisfies readonly RefusedPair[]);
  for (let from = 0; from < columns.length; from += pairsOfText) {
    const byTables = Map.groupBy(columns.slice(from, from + pairsOfText), (each) => identityOf(each.tables));
    const pairs = [...byTables.values()].map(
      (same): RefusedPair => ({ ...same[0]!.tables, columns: same.map((each) => each.columns) }),
    );
    yield JSON.stringify(pairs);
  }
}
