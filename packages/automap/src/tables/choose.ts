/** Chooses which tables are paired: equal names first, the rest so that the sum of what speaks for the pairs is largest. */

import { createAssigner } from '../assign/optimal.ts';
import { groupBy } from '../group.ts';
import type { Side } from '../sides/side.ts';
import type { Tuning } from '../tuning.ts';
import { defaultSchemas } from './equal-names.ts';
import type { TableCell } from './score.ts';

export interface RankedCell extends TableCell {
  /** See `EqualTables.rank`; 0 where the names differ. */
  readonly rank: number;
}

/** @param accept Pairs of different names need this value. */
export function chooseTables<C extends RankedCell>(
  cells: readonly C[],
  source: Side,
  target: Side,
  accept: number,
  { table: { farBetter }, assign: assignWeights }: Tuning,
): C[] {
  const rows = new Set<number>();
  const columns = new Set<number>();
  const chosen: C[] = [];
  const isDefault = (cell: C): number => countDefaults(cell, source, target);
  const equal = cells
    .filter(({ rank }) => rank > 0)
    .sort(
      (a, b) =>
        b.rank - a.rank ||
        nearly(b.value) - nearly(a.value) ||
        isDefault(b) - isDefault(a) ||
        a.row - b.row ||
        a.column - b.column,
    );
  for (const cell of equal) {
    if (rows.has(cell.row) || columns.has(cell.column)) continue;
    rows.add(cell.row);
    columns.add(cell.column);
    chosen.push(cell);
  }
  // Where equal names took a table from a far better partner, that partner waits for what they leave rather than take the next best.
  const waits = waiting(cells, chosen);
  const rest = cells.filter(
    ({ row, column, value }) =>
      value >= accept &&
      !rows.has(row) &&
      !columns.has(column) &&
      value + farBetter > Math.max(waits.row(row), waits.column(column)),
  );
  const alike = tooManyAlike(rest);
  // Among twins of different schemas the default one wins, by less than anything that tells them apart.
  const preferred = rest
    .filter((cell) => !alike.has(cell))
    .map((cell) => ({ row: cell.row, column: cell.column, value: cell.value + 1e-6 * isDefault(cell), cell }));
  const { assign } = createAssigner(source.tables.length, target.tables.length, assignWeights);
  for (const { cell } of assign(preferred)) chosen.push(cell);
  return chosen;
}

/** How many of the two tables are in a default schema: among twins such a pair wins. */
export function countDefaults({ row, column }: RankedCell, source: Side, target: Side): number {
  const isDefault = ({ schema }: { readonly schema: string }): number => Number(defaultSchemas.has(schema));
  return isDefault(source.tables[row]!) + isDefault(target.tables[column]!);
}

/** So many tables that are equally good for another have nothing that tells them apart. */
const mostAlike = 8;

/** The strongest cells of rows, and of columns, in which more than eight are equally strong. */
function tooManyAlike(cells: readonly RankedCell[]): ReadonlySet<RankedCell> {
  const found = new Set<RankedCell>();
  for (const by of ['row', 'column'] as const) {
    for (const group of groupBy(cells, (cell) => cell[by]).values()) {
      if (group.length <= mostAlike) continue;
      const best = group.reduce((most, { value }) => Math.max(most, nearly(value)), 0);
      const strongest = group.filter(({ value }) => nearly(value) === best);
      if (strongest.length > mostAlike) for (const cell of strongest) found.add(cell);
    }
  }
  return found;
}

/** The values of the strongest pairs that equal names of less value prevent, by the table that they leave alone. */
function waiting(cells: readonly RankedCell[], chosen: readonly RankedCell[]) {
  const takenRows = new Map(chosen.map((cell) => [cell.row, cell.value]));
  const takenColumns = new Map(chosen.map((cell) => [cell.column, cell.value]));
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  for (const { row, column, value } of cells) {
    if (takenRows.has(row) === takenColumns.has(column)) continue;
    const byRow = takenRows.get(row);
    if (byRow !== undefined && byRow < value) columns.set(column, Math.max(value, columns.get(column) ?? 0));
    const byColumn = takenColumns.get(column);
    if (byColumn !== undefined && byColumn < value) rows.set(row, Math.max(value, rows.get(row) ?? 0));
  }
  return { row: (row: number) => rows.get(row) ?? 0, column: (column: number) => columns.get(column) ?? 0 };
}

/** Sums of the same parts in another order differ in their last digits. */
function nearly(value: number): number {
  return Math.round(value * 1e6);
}
