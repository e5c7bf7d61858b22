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

/** @throws the signal's reason when it aborts */
export function writeDecisions(decisions: Iterable<Decision>, signal?: AbortSignal): Promise<string[]> {
  const columnsOf = ({ columns, source, target }: Decision): number =>
    1 + (columns?.length ?? 0) + (source.found?.columns.length ?? 0) + (target.found?.columns.length ?? 0);
  return inBatches(decisions, (decision) => decision, columnsOf, signal);
}

export function readDecisions(batches: readonly string[]): Decision[] {
  return batches.flatMap((batch) => JSON.parse(batch) as Decision[]);
}
