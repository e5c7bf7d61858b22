/** What people decided on a pair of a task, in the matcher's words. */
import { setImmediate } from 'node:timers/promises';
import type { GivenPair, MapOptions } from '@roma-fdi/automap';
import { decodeColumns } from '../store/columns.ts';
import type { PacedStore } from '../store/paced-store.ts';
import type { PairIds, Scope, TablePair } from '../store/records.ts';
import type { RefusedPair } from '../store/sql/pair-decisions.ts';
import type { CallResult } from '../store/store.ts';

export type Decided = Required<Pick<MapOptions, 'fixed' | 'refused'>>;

export interface TaskPairIds extends Scope {
  readonly taskId: string;
  readonly pair: PairIds;
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
  for (let after = 0; ; ) {
    const page = await pairDecisions({ ...task, limit: mappingsOfPage, after }, signal);
    fixed.push(...page.decided.map(fixedPair));
    for (const text of page.refused) {
      refused.push(...(JSON.parse(text) as RefusedPair[]).map(refusedPair));
      await setImmediate();
      signal.throwIfAborted();
    }
    const last = page.decided.at(-1);
    if (!last || page.decided.length < mappingsOfPage) return { fixed, refused };
    after = last.key;
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

const refusedPair = ({ columns, ...tables }: RefusedPair): GivenPair => ({
  ...tablesOf(tables),
  ...(columns && { columns: columns.map(([source, target]) => ({ source, target })) }),
});

const tablesOf = ({ sourceSchema, sourceTable, targetSchema, targetTable }: TablePair): GivenPair => ({
  source: { schema: sourceSchema, name: sourceTable },
  target: { schema: targetSchema, name: targetTable },
});
