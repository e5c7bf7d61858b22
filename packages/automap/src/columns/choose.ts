/** Chooses which columns of two tables are paired: equal names first, the rest so that the sum of what speaks for them is largest. */

import type { Cell } from '../assign/greedy.ts';
import { createAssigner } from '../assign/optimal.ts';
import type { Columns, SideTable } from '../sides/side.ts';
import type { Tuning } from '../tuning.ts';
import { type CellList, createCellList } from './cell-list.ts';
import type { CellFinder, CellMode } from './cells.ts';
import { createEqualNamePairer, type EqualName } from './equal-names.ts';
import { createStrongest } from './strongest.ts';

/** A pair of columns, and what it was preferred to. */
export interface ChosenColumns extends Cell {
  readonly equal: 'given' | EqualName | undefined;
  /** The strongest other pairs that have one of the two columns, the strongest first. */
  readonly rivals: readonly Cell[];
}

/** What the columns of a table pair come to. */
export interface ColumnChoice {
  readonly chosen: readonly ChosenColumns[];
  /** The strongest pair of each source and each target column that is in no pair. */
  readonly nearestOfSource: ReadonlyMap<number, Cell>;
  readonly nearestOfTarget: ReadonlyMap<number, Cell>;
}

/** What was decided before. */
export interface Decided {
  /** Pairs of columns that stay. */
  readonly fixed: readonly (readonly [source: number, target: number])[];
  /** Whether two columns are free, and their pair was not refused. */
  isUsable(source: number, target: number): boolean;
  /** Fills the list with cells that were compared before; false where there are none. */
  restore?: ((list: CellList) => boolean) | undefined;
}

/** Rivals and nearest columns below this are none. */
export const leastRival = 0.25;

export interface ColumnChooser {
  /**
   * @param table how well the tables go together, 0 to 1
   * @param mode `none` pairs columns of the very same name alone
   */
  choose(from: SideTable, to: SideTable, table: number, decided: Decided, mode: CellMode | 'none'): ColumnChoice;
}

export function createColumnChooser(
  source: Columns,
  target: Columns,
  finder: CellFinder,
  { column: tuning, assign }: Tuning,
): ColumnChooser {
  const cells = createCellList();
  const assigner = createAssigner(source.count, target.count, assign);
  const strongest = createStrongest(source.count, target.count);
  const equalNames = createEqualNamePairer(source, target);
  const rowTaken = new Int32Array(source.count);
  const columnTaken = new Int32Array(target.count);
  let turn = 0;

  return {
    choose(from, to, table, decided, mode) {
      turn++;
      const isFree = (row: number, column: number): boolean => rowTaken[row] !== turn && columnTaken[column] !== turn;
      const { isUsable } = decided;
      const chosen: ChosenColumns[] = [];
      const take = (row: number, column: number, value: number, equal: ChosenColumns['equal']): void => {
        rowTaken[row] = turn;
        columnTaken[column] = turn;
        chosen.push({ row, column, value, equal, rivals: strongest.rivalsOf(row, column) });
      };

      if (mode === 'none') cells.count = 0;
      else if (!decided.restore?.(cells)) finder.find(from, to, leastRival, mode, cells);
      strongest.read(cells, isUsable, from, to);
      for (const [row, column] of decided.fixed) take(row, column, 1, 'given');
      const isOpen = (row: number, column: number): boolean => isFree(row, column) && isUsable(row, column);
      equalNames.pair(from, to, isOpen, (row, column, equal) => {
        if (mode !== 'none' || equal === 'same-name') take(row, column, strongest.valueOf(row, column) ?? 1, equal);
      });
      const width = Math.max(1, from.to - from.from, to.to - to.from);
      const open: Cell[] = [];
      for (let i = 0; i < cells.count; i++) {
        const row = cells.rows[i]!;
        const column = cells.columns[i]!;
        const value = cells.values[i]!;
        if (value < tuning.acceptClear || !isOpen(row, column)) continue;
        // Where nothing else decides, the order of the columns does.
        const moved = Math.abs(row - from.from - (column - to.from)) / width;
        open.push({ row, column, value: value - tuning.position * moved });
      }
      for (const { row, column, value } of assigner.assign(open)) {
        const isClear =
          table >= tuning.clearTable && strongest.freeRival(row, column, isFree) + tuning.clearBy <= value;
        if (value >= tuning.accept || isClear) take(row, column, value, undefined);
      }
      return {
        chosen,
        nearestOfSource: strongest.nearest('source', (row) => rowTaken[row] !== turn),
        nearestOfTarget: strongest.nearest('target', (column) => columnTaken[column] !== turn),
      };
    },
  };
}
