/**
 * Tables that were split or merged: a table that nothing was chosen for takes what the best pair of another leaves free, so
 * one source table can go to several target tables, and several to one.
 */

import type { ColumnChoice } from '../columns/choose.ts';
import type { Match } from '../columns/pair-columns.ts';
import type { ColumnComparison } from '../compare/columns.ts';
import type { Side } from '../sides/side.ts';
import type { RankedCell } from '../tables/choose.ts';

/** What the rule needs of the tuning. */
export interface RemainderWeights {
  /** Table pairs of less value are none. */
  readonly remainder: number;
  /** Column pairs of less value are none in such a table pair. */
  readonly remainderColumn: number;
  /** The columns must cover this share of what the free table tells. */
  readonly remainderShare: number;
}

export interface RemainderRule {
  /** The pairs that may take what is left, the best first. */
  candidates(cells: readonly RankedCell[]): RankedCell[];
  /** Whether one of the two tables has no pair yet. */
  isOpen(cell: RankedCell): boolean;
  /** What is kept of the columns; undefined where it is too little. */
  keep(cell: RankedCell, choice: ColumnChoice): ColumnChoice | undefined;
  close(cell: RankedCell): void;
}

export function createRemainderRule(
  source: Side,
  target: Side,
  { sourceRarity, targetRarity }: ColumnComparison,
  matches: readonly Match[],
  weights: RemainderWeights,
): RemainderRule {
  const rows = new Set(matches.map(({ cell }) => cell.row));
  const columns = new Set(matches.map(({ cell }) => cell.column));
  const isOpen = ({ row, column }: RankedCell): boolean => !rows.has(row) || !columns.has(column);
  return {
    isOpen,
    candidates: (cells) =>
      cells
        .filter((cell) => cell.value >= weights.remainder && isOpen(cell))
        .sort((a, b) => b.value - a.value || a.row - b.row || a.column - b.column),
    keep(cell, choice) {
      const chosen = choice.chosen.filter(({ value }) => value >= weights.remainderColumn);
      const ofSource = chosen.reduce((sum, { row }) => sum + sourceRarity[row]!, 0);
      const ofTarget = chosen.reduce((sum, { column }) => sum + targetRarity[column]!, 0);
      const covers =
        (!rows.has(cell.row) && ofSource >= weights.remainderShare * sumOf(sourceRarity, source, cell.row)) ||
        (!columns.has(cell.column) && ofTarget >= weights.remainderShare * sumOf(targetRarity, target, cell.column));
      return covers && chosen.length > 0 ? { ...choice, chosen } : undefined;
    },
    close({ row, column }) {
      rows.add(row);
      columns.add(column);
    },
  };
}

function sumOf(rarity: Float64Array, { tables }: Side, table: number): number {
  let sum = 0;
  for (let c = tables[table]!.from; c < tables[table]!.to; c++) sum += rarity[c]!;
  return sum;
}
