/** What becomes of the mapping of two tables by all that one document decides on them. */
import type { MultiTaskMappingStatus } from '@roma-fdi/types';
import { type ColumnTexts, decodeColumns } from './columns.ts';
import { type DecidedMapping, decideMapping, faultOfDecisions, type MappingAfter } from './decide-mapping.ts';
import type { ColumnNames, Decision, DecisionFault } from './decisions.ts';
import { readReasons, writeReasons } from './reasons.ts';
import type { TablePair } from './records.ts';

/** What is decided on two tables, and their mapping where there is one. */
export interface DecisionGroup extends Record<Decision['list'], Decision[]> {
  readonly tables: TablePair;
  /** Of the mapping, in the store. */
  readonly key: number | undefined;
}

/** A mapping as the store has it. */
export interface StoredMapping extends ColumnTexts {
  readonly key: number;
  readonly status: string;
  readonly decided: number;
  readonly reasons: string | null;
}

/** What was refused before. */
export interface Refusals {
  hasTables(tables: TablePair): boolean;
  hasColumns(tables: TablePair, columns: ColumnNames): boolean;
}

export interface Change {
  readonly group: DecisionGroup;
  readonly kind: 'created' | 'updated' | 'accepted' | 'deleted' | 'none';
  /** Of the two tables, as far as they are known. */
  readonly columns: number;
  /** Whether the two tables belong together by what was decided. */
  readonly isRight: boolean;
  readonly before: StoredMapping | undefined;
  /** Undefined where no mapping is left, or none is touched. */
  readonly after: MappingAfter | undefined;
  /** Whether the two tables are refused from now on, and were not before. */
  readonly refusesTables: boolean;
  /** Column pairs of the same kind. */
  readonly refusedColumns: readonly ColumnNames[];
  /** Whether the two tables were refused, and are not any more. */
  readonly liftsTables: boolean;
  readonly liftedColumns: readonly ColumnNames[];
}

export function changeOf(
  group: DecisionGroup,
  stored: StoredMapping | undefined,
  { known, running }: { readonly known: Refusals; readonly running: boolean },
): Change | { readonly fault: DecisionFault } {
  const { tables, accepted, fixed, refused } = group;
  const mapping = mappingBefore(group, stored);
  const fault = mapping && faultOfDecisions(mapping, group);
  if (fault) return { fault };
  const isRefused = refused.some(({ columns }) => columns === undefined);
  const isRight = accepted.length + fixed.length > 0;
  const columnsOf = (decisions: readonly Decision[]) => decisions.flatMap(({ columns = [] }) => columns);
  const facts = {
    group,
    before: stored,
    columns: mapping ? mapping.sourceColumns.length + mapping.targetColumns.length : 0,
    isRight,
    refusesTables: isRefused && !known.hasTables(tables),
    refusedColumns: distinct(columnsOf(refused)).filter((columns) => !known.hasColumns(tables, columns)),
    liftsTables: isRight && known.hasTables(tables),
    liftedColumns: columnsOf(fixed).filter((columns) => known.hasColumns(tables, columns)),
  };
  const waitsForDeletion = stored?.status === ('DELETE' satisfies MultiTaskMappingStatus);
  if (isRefused) {
    const isGone = !stored || (waitsForDeletion && running);
    return { ...facts, kind: isGone ? 'none' : 'deleted', after: undefined };
  }
  if (!mapping || !(stored || isRight)) return { ...facts, kind: 'none', after: undefined };
  const after = decideMapping(mapping, group);
  if (!stored) return { ...facts, kind: 'created', after };
  const isKeptAfterAll = waitsForDeletion && isRight;
  if (after.isChanged || mapping.hasNewColumns || isKeptAfterAll) return { ...facts, kind: 'updated', after };
  const reasons = after.reasons ? writeReasons(after.reasons) : null;
  const isNews = isRight && (stored.decided === 0 || reasons !== stored.reasons);
  return { ...facts, kind: isNews ? 'accepted' : 'none', after };
}

export const changesNothing = ({ kind, refusesTables, refusedColumns }: Change): boolean =>
  kind === 'none' && !refusesTables && refusedColumns.length === 0;

interface MappingBefore extends DecidedMapping {
  /** Whether its tables have other columns today than when it was stored. */
  readonly hasNewColumns: boolean;
}

/** As it stands, with the columns that its tables have today where somebody looked; undefined where nobody knows them. */
function mappingBefore(
  { fixed, refused }: DecisionGroup,
  stored: StoredMapping | undefined,
): MappingBefore | undefined {
  const looked = fixed.find(({ source, target }) => source.found && target.found) ?? (stored ? undefined : refused[0]);
  const [from, to] = [looked?.source.found?.columns, looked?.target.found?.columns];
  const asFound = { sourceColumns: from ?? [], targetColumns: to ?? [], reasons: undefined };
  if (!stored) return from && to && { ...asFound, columnPairs: [], hasNewColumns: false };
  const columns = decodeColumns(stored);
  const reasons = stored.reasons === null ? undefined : readReasons(stored.reasons);
  if (!from || !to || isSame([columns.sourceColumns, columns.targetColumns], [from, to]))
    return { ...columns, reasons, hasNewColumns: false };
  const [sourceAt, targetAt] = [from, to].map((each) => new Map(each.map(([name], at) => [name, at])));
  const columnPairs = columns.columnPairs.flatMap(([source, target]): (readonly [number, number])[] => {
    const s = sourceAt?.get(columns.sourceColumns[source]![0]);
    const t = targetAt?.get(columns.targetColumns[target]![0]);
    return s === undefined || t === undefined ? [] : [[s, t]];
  });
  // The reasons are about columns that are there no more.
  return { ...asFound, columnPairs, hasNewColumns: true };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const distinct = (columns: readonly ColumnNames[]): readonly ColumnNames[] => [
  ...new Map(columns.map((names) => [JSON.stringify(names), names])).values(),
];
