/** Says why a table stayed unmapped, and what comes nearest to it. */

import type { Table } from '../catalog.ts';
import type { Decisions } from '../decisions.ts';
import type { TablePair, Unmapped } from '../mapping.ts';
import type { Matching } from '../match.ts';
import type { UnmappedTableReason } from '../reasons.ts';
import { compareTables } from '../sides/order.ts';
import type { Prepared } from '../sides/prepare.ts';
import type { Side } from '../sides/side.ts';
import type { RankedCell } from '../tables/choose.ts';
import type { Tuning } from '../tuning.ts';

/** Tables that have less in common do not resemble each other. */
const resembles = 0.1;

/** The unmapped tables of both sides, each in the order of `compareTables`. */
export function unmappedTables<S extends Table, T extends Table>(
  { source, target }: Prepared<S, T>,
  { cells, equal, crowded }: Matching,
  decisions: Decisions,
  pairs: readonly TablePair<S, T>[],
  tuning: Tuning,
): { readonly source: readonly Unmapped<S, T>[]; readonly target: readonly Unmapped<T, S>[] } {
  return {
    source: ofSide(
      source,
      target,
      new Set(pairs.map((pair) => pair.source)),
      new Set(pairs.map((pair) => pair.target)),
      {
        cells,
        own: (cell) => cell.row,
        other: (cell) => cell.column,
        crowded: (table) => equal.crowdedSources.has(table) || crowded.rows.has(table),
        otherCrowded: (table) => crowded.columns.has(table),
        refused: (table) => decisions.refusedSources.has(table),
        accept: tuning.table.accept,
      },
    ),
    target: ofSide(
      target,
      source,
      new Set(pairs.map((pair) => pair.target)),
      new Set(pairs.map((pair) => pair.source)),
      {
        cells,
        own: (cell) => cell.column,
        other: (cell) => cell.row,
        crowded: (table) => equal.crowdedTargets.has(table) || crowded.columns.has(table),
        otherCrowded: (table) => crowded.rows.has(table),
        refused: (table) => decisions.refusedTargets.has(table),
        accept: tuning.table.accept,
      },
    ),
  };
}

interface Told {
  readonly cells: readonly RankedCell[];
  readonly own: (cell: RankedCell) => number;
  readonly other: (cell: RankedCell) => number;
  /** Whether too many tables are equally good for it. */
  readonly crowded: (table: number) => boolean;
  /** The same of a table of the other side. */
  readonly otherCrowded: (table: number) => boolean;
  readonly refused: (table: number) => boolean;
  readonly accept: number;
}

function ofSide<U extends Table, O extends Table>(
  side: Side<U>,
  others: Side<O>,
  mapped: ReadonlySet<U>,
  mappedOthers: ReadonlySet<O>,
  told: Told,
): Unmapped<U, O>[] {
  const nearest = new Map<number, RankedCell>();
  for (const cell of told.cells) {
    const best = nearest.get(told.own(cell));
    if (best === undefined || cell.value > best.value) nearest.set(told.own(cell), cell);
  }
  const left = side.tables.flatMap(({ table }, at): Unmapped<U, O>[] => {
    if (mapped.has(table)) return [];
    const cell = nearest.get(at);
    const other = cell && cell.value >= resembles ? others.tables[told.other(cell)]!.table : undefined;
    const reason = (): UnmappedTableReason => {
      if (told.refused(at)) return 'refused';
      if (told.crowded(at)) return 'too-many-alike';
      if (cell === undefined || other === undefined) return 'no-counterpart';
      if (cell.value < told.accept && cell.rank === 0) return 'too-little-in-common';
      if (told.otherCrowded(told.other(cell))) return 'too-many-alike';
      return mappedOthers.has(other) ? 'counterpart-taken' : 'too-doubtful';
    };
    const score = cell && Math.round(1000 * Math.min(1, cell.value)) / 1000;
    return [{ table, reason: reason(), ...(other && score !== undefined ? { nearest: { table: other, score } } : {}) }];
  });
  const set = (tables: readonly U[], reason: UnmappedTableReason): Unmapped<U, O>[] =>
    tables.map((table) => ({ table, reason }));
  return [...left, ...set(side.tooLong, 'name-too-long'), ...set(side.outOfRange, 'out-of-range')].sort((a, b) =>
    compareTables(a.table, b.table),
  );
}
