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

/** What was chosen, and the tables of which nothing was, since too many others are equally good for them. */
export interface ChosenTables<C extends RankedCell> {
  readonly chosen: readonly C[];
  readonly crowded: Crowded;
}

export interface Crowded {
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
}

export function isCrowded({ rows, columns }: Crowded, { row, column }: RankedCell): boolean {
  return rows.has(row) || columns.has(column);
}

/** @param accept Pairs of different names need this value. */
export function chooseTables<C extends RankedCell>(
  cells: readonly C[],
  source: Side,
  target: Side,
  accept: number,
  { table: { farBetter }, assign: assignWeights }: Tuning,
): ChosenTables<C> {
  const rows = new Set<number>();
  const columns = new Set<number>();
  const chosen: C[] = [];
  const isDefault = (cell: C): number => countDefaults(cell, source, target);
  const crowded = tooManyAlike(cells, accept, isDefault);
  const equal = cells
    .filter((cell) => cell.rank > 0 && !isCrowded(crowded, cell))
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
    (cell) =>
      cell.value >= accept &&
      !rows.has(cell.row) &&
      !columns.has(cell.column) &&
      !isCrowded(crowded, cell) &&
      cell.value + farBetter > Math.max(waits.row(cell.row), waits.column(cell.column)),
  );
  // Among twins of different schemas the default one wins, by less than anything that tells them apart.
  const preferred = rest.map((cell) => ({
    row: cell.row,
    column: cell.column,
    value: cell.value + 1e-6 * isDefault(cell),
    cell,
  }));
  const { assign } = createAssigner(source.tables.length, target.tables.length, assignWeights);
  for (const { cell } of assign(preferred)) chosen.push(cell);
  return { chosen, crowded };
}

/** How many of the two tables are in a default schema: among twins such a pair wins. */
export function countDefaults({ row, column }: RankedCell, source: Side, target: Side): number {
  const isDefault = ({ schema }: { readonly schema: string }): number => Number(defaultSchemas.has(schema));
  return isDefault(source.tables[row]!) + isDefault(target.tables[column]!);
}

/** So many tables that are equally good for another have nothing that tells them apart. */
const mostAlike = 8;

/** The rows, and the columns, whose strongest cells are more than eight that nothing tells apart. */
function tooManyAlike<C extends RankedCell>(
  cells: readonly C[],
  accept: number,
  isDefault: (cell: C) => number,
): Crowded {
  const able = cells.filter(({ rank, value }) => rank > 0 || value >= accept);
  const compare = (a: C, b: C): number =>
    a.rank - b.rank || nearly(a.value) - nearly(b.value) || isDefault(a) - isDefault(b);
  const crowdedBy = (key: 'row' | 'column'): ReadonlySet<number> => {
    const found = new Set<number>();
    for (const [at, group] of groupBy(able, (cell) => cell[key])) {
      if (group.length <= mostAlike) continue;
      const best = group.reduce((most, cell) => (compare(cell, most) > 0 ? cell : most));
      if (group.filter((cell) => compare(cell, best) === 0).length > mostAlike) found.add(at);
    }
    return found;
  };
  return { rows: crowdedBy('row'), columns: crowdedBy('column') };
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
