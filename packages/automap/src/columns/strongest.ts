/** Keeps the few strongest pairs of each column of two tables: the rivals of what is chosen, the nearest of what is not. */

import type { Cell } from '../assign/greedy.ts';
import { insertAt } from '../ranking.ts';
import type { SideTable } from '../sides/side.ts';
import type { CellList } from './cell-list.ts';

/** Pairs that are kept for a column; one of them may be the chosen one. */
const kept = 4;
const mostRivals = 3;

export interface Strongest {
  /** Reads the usable cells of two tables, in place of those of the tables before. */
  read(cells: CellList, isUsable: (row: number, column: number) => boolean, from: SideTable, to: SideTable): void;
  valueOf(row: number, column: number): number | undefined;
  /** The strongest other pairs that have one of the two columns. */
  rivalsOf(row: number, column: number): readonly Cell[];
  /** The value of the strongest of them whose columns are both free; 0 for none. */
  freeRival(row: number, column: number, isFree: (row: number, column: number) => boolean): number;
  /** The strongest pair of each column of one side that is wanted. */
  nearest(side: 'source' | 'target', isWanted: (column: number) => boolean): ReadonlyMap<number, Cell>;
}

/** Most columns have no rival: they share these. */
const noCells: readonly Cell[] = [];
const noNearest: ReadonlyMap<number, Cell> = new Map();

export function createStrongest(rowCount: number, columnCount: number): Strongest {
  // The places of cells in the list, the strongest first; -1 where there are fewer.
  const ofRow = new Int32Array(rowCount * kept).fill(-1);
  const ofColumn = new Int32Array(columnCount * kept).fill(-1);
  let cells: CellList;
  let tables: readonly [SideTable, SideTable] | undefined;

  function insert(list: Int32Array, owner: number, place: number): void {
    const start = owner * kept;
    const value = cells.values[place]!;
    let at = start + kept;
    while (at > start && (list[at - 1]! < 0 || cells.values[list[at - 1]!]! < value)) at--;
    if (at === start + kept) return;
    for (let i = start + kept - 1; i > at; i--) list[i] = list[i - 1]!;
    list[at] = place;
  }

  const places = new Int32Array(2 * kept);
  /** Fills `places` with the cells of the two columns, those of the row first; returns how many there are. */
  function placesOf(row: number, column: number): number {
    let count = 0;
    for (let at = row * kept; at < (row + 1) * kept && ofRow[at]! >= 0; at++) places[count++] = ofRow[at]!;
    for (let at = column * kept; at < (column + 1) * kept && ofColumn[at]! >= 0; at++) places[count++] = ofColumn[at]!;
    return count;
  }

  const isOther = (place: number, row: number, column: number): boolean =>
    cells.rows[place] !== row || cells.columns[place] !== column;
  const cellAt = (place: number): Cell => ({
    row: cells.rows[place]!,
    column: cells.columns[place]!,
    value: cells.values[place]!,
  });

  return {
    read(list, isUsable, from, to) {
      if (tables) {
        ofRow.fill(-1, tables[0].from * kept, tables[0].to * kept);
        ofColumn.fill(-1, tables[1].from * kept, tables[1].to * kept);
      }
      tables = [from, to];
      cells = list;
      for (let place = 0; place < list.count; place++) {
        const [row, column] = [list.rows[place]!, list.columns[place]!];
        if (!isUsable(row, column)) continue;
        insert(ofRow, row, place);
        insert(ofColumn, column, place);
      }
    },
    valueOf(row, column) {
      const count = placesOf(row, column);
      for (let i = 0; i < count; i++) if (!isOther(places[i]!, row, column)) return cells.values[places[i]!]!;
      return undefined;
    },
    rivalsOf(row, column) {
      const count = placesOf(row, column);
      if (count === 0) return noCells;
      const rivals: number[] = [];
      for (let i = 0; i < count; i++) {
        const place = places[i]!;
        if (!isOther(place, row, column)) continue;
        let at = rivals.length;
        while (at > 0 && cells.values[rivals[at - 1]!]! < cells.values[place]!) at--;
        if (at < mostRivals) insertAt(rivals, at, place);
        if (rivals.length > mostRivals) rivals.pop();
      }
      return rivals.length === 0 ? noCells : rivals.map(cellAt);
    },
    freeRival(row, column, isFree) {
      const count = placesOf(row, column);
      let best = 0;
      for (let i = 0; i < count; i++) {
        const place = places[i]!;
        if (isOther(place, row, column) && isFree(cells.rows[place]!, cells.columns[place]!))
          best = Math.max(best, cells.values[place]!);
      }
      return best;
    },
    nearest(side, isWanted) {
      const [list, table] = side === 'source' ? [ofRow, tables![0]] : [ofColumn, tables![1]];
      let found: Map<number, Cell> | undefined;
      for (let c = table.from; c < table.to; c++) {
        if (list[c * kept]! < 0 || !isWanted(c)) continue;
        found ??= new Map();
        found.set(c, cellAt(list[c * kept]!));
      }
      return found ?? noNearest;
    },
  };
}
