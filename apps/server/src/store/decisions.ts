/** What people decided on the mappings of a pair, as the store takes it. */
import { inBatches } from './batches.ts';
import type { Column } from './columns.ts';
import type { Side } from './records.ts';

/** The lists of a document of decisions. */
export type DecisionList = 'accepted' | 'fixed' | 'refused';

/** Two columns, by name. */
export type ColumnNames = readonly [source: string, target: string];

export interface Decision {
  readonly list: DecisionList;
  /** Its place in the list. */
  readonly at: number;
  readonly source: DecidedTable;
  readonly target: DecidedTable;
  /** Undefined where the two tables alone are decided on. */
  readonly columns?: readonly ColumnNames[] | undefined;
}

export interface DecidedTable {
  /** As the document has it: `schema.table`, or the table's name alone. */
  readonly name: string;
  /** The table in its database; undefined where nobody looked there. */
  readonly found?: FoundTable | undefined;
}

export interface FoundTable {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly Column[];
}

/** A decision that does not fit; `place` is where it stands in the document. */
export interface DecisionFault {
  readonly place: string;
  readonly why: string;
}

export const placeOf = ({ list, at }: Pick<Decision, 'list' | 'at'>, ...within: readonly (string | number)[]): string =>
  [list, at, ...within].join('.');

export const columnPlace = (decision: Decision, at: number, side: Side): string =>
  placeOf(decision, 'columns', at, side);

interface WrittenTable extends DecidedTable {
  /** In place of `found`: which one it is, of those that were written before. */
  readonly known?: number;
}

/**
 * A table that was found is written with the first decision on it alone: thousands may be about one, and it may have thousands of
 * columns.
 * @throws the signal's reason when it aborts
 */
export function writeDecisions(decisions: Iterable<Decision>, signal?: AbortSignal): Promise<string[]> {
  const written = new Map<FoundTable, number>();
  let columns = 0;
  const writtenTable = ({ name, found }: DecidedTable): WrittenTable => {
    const known = found && written.get(found);
    if (known !== undefined) return { name, known };
    if (!found) return { name };
    written.set(found, written.size);
    columns += found.columns.length;
    return { name, found };
  };
  const write = (decision: Decision) => {
    columns = 1 + (decision.columns?.length ?? 0);
    return { ...decision, source: writtenTable(decision.source), target: writtenTable(decision.target) };
  };
  return inBatches(decisions, write, () => columns, signal);
}

export function readDecisions(batches: readonly string[]): Decision[] {
  const tables: FoundTable[] = [];
  const readTable = ({ name, found, known }: WrittenTable): DecidedTable => {
    if (found) tables.push(found);
    return { name, found: known === undefined ? found : tables[known] };
  };
  return batches
    .flatMap((batch) => JSON.parse(batch) as (Decision & { readonly [S in Side]: WrittenTable })[])
    .map((each) => ({ ...each, source: readTable(each.source), target: readTable(each.target) }));
}
