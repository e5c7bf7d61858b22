/** What people decided on a pair of a task, in the matcher's words. */
import type { GivenPair, MapOptions } from '@roma-fdi/automap';
import { decodeColumns } from '../store/columns.ts';
import type { PacedStore } from '../store/paced-store.ts';
import type { PairIds, Scope, TablePair } from '../store/records.ts';
import type { CallResult } from '../store/store.ts';

export type Decided = Required<Pick<MapOptions, 'fixed' | 'refused'>>;

export interface TaskPairIds extends Scope {
  readonly taskId: string;
  readonly pair: PairIds;
}

export async function hasDecided(
  { pairDecisions }: Pick<PacedStore, 'pairDecisions'>,
  task: TaskPairIds,
  signal: AbortSignal,
): Promise<boolean> {
  const { decided, refusedTables, refusedColumns } = await pairDecisions({ ...task, limit: 1, offset: 0 }, signal);
  return decided.length + refusedTables.length + refusedColumns.length > 0;
}

/** How many decided mappings are read at once: their columns are as large as all the rest of an answer. */
const mappingsOfPage = 200;

/** Read in pages, so that neither the store nor this thread is held by thousands of them. */
export async function readDecided(
  { pairDecisions }: Pick<PacedStore, 'pairDecisions'>,
  task: TaskPairIds,
  signal: AbortSignal,
): Promise<Decided> {
  const fixed: GivenPair[] = [];
  const refused: GivenPair[] = [];
  for (let offset = 0; ; offset += mappingsOfPage) {
    const page = await pairDecisions({ ...task, limit: mappingsOfPage, offset }, signal);
    fixed.push(...page.decided.map(fixedPair));
    refused.push(...page.refusedTables.map(tablesOf));
    for (const { tables, columns } of page.refusedColumns)
      refused.push({ ...tablesOf(tables), columns: [{ source: columns[0], target: columns[1] }] });
    if (page.decided.length < mappingsOfPage) return { fixed, refused };
  }
}

function fixedPair(mapping: CallResult<'pairDecisions'>['decided'][number]): GivenPair {
  const { sourceColumns, targetColumns, columnPairs } = decodeColumns(mapping);
  const columns = columnPairs.map(([source, target]) => ({
    source: sourceColumns[source]![0],
    target: targetColumns[target]![0],
  }));
  return { ...tablesOf(mapping), columns };
}

const tablesOf = ({ sourceSchema, sourceTable, targetSchema, targetTable }: TablePair): GivenPair => ({
  source: { schema: sourceSchema, name: sourceTable },
  target: { schema: targetSchema, name: targetTable },
});
