/** What was decided on the mappings of a pair, for automatic mapping to heed. */
import type { ColumnTexts } from '../columns.ts';
import type { PairIds, Scope, TablePair } from '../records.ts';
import { pairRowsOf } from './pairs.ts';
import { type RefusedColumns, refusedColumns, refusedTables } from './refusals.ts';
import type { Work } from './tables.ts';
import { taskRow } from './tasks.ts';

export interface PairDecisions {
  /** Mappings that a person made, changed or confirmed: some of them, from `offset` on. */
  readonly decided: readonly (TablePair & ColumnTexts)[];
  /** All pairs of tables, and of columns, that are not to be proposed; with the first page alone. */
  readonly refusedTables: readonly TablePair[];
  readonly refusedColumns: readonly RefusedColumns[];
}

export interface PairDecisionsQuery extends Scope {
  readonly taskId: string;
  readonly pair: PairIds;
  readonly limit: number;
  readonly offset: number;
}

/** Nothing of a task, or of a pair, that is not there. */
export async function pairDecisions(
  { db }: Work,
  { taskId, pair, limit, offset, ...scope }: PairDecisionsQuery,
): Promise<PairDecisions> {
  const task = await taskRow(db, { ...scope, id: taskId });
  const [row] = task ? await pairRowsOf(db, task.key, pair) : [];
  if (!row) return { decided: [], refusedTables: [], refusedColumns: [] };
  const decided = await db
    .selectFrom('mappings')
    .select([
      'source_schema as sourceSchema',
      'source_table as sourceTable',
      'target_schema as targetSchema',
      'target_table as targetTable',
      'source_columns as sourceColumns',
      'target_columns as targetColumns',
      'column_pairs as columnPairs',
    ])
    .where('pair_key', '=', row.key)
    .where('decided', '=', 1)
    .orderBy('key')
    .limit(limit)
    .offset(offset)
    .execute();
  if (offset > 0) return { decided, refusedTables: [], refusedColumns: [] };
  return {
    decided,
    refusedTables: await refusedTables(db, row.key),
    refusedColumns: await refusedColumns(db, row.key),
  };
}
