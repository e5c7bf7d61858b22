/** Chooses the pairs whose values have the largest sum, each row and column at most once (the Hungarian method). */

import { assignGreedily, type Cell } from './greedy.ts';

/** What the assigner needs of the tuning. */
export interface AssignWeights {
  /** 1 adds up the squares of the values, 0 the values themselves. */
  readonly squared: number;
  /** Work grows with rows² × columns; beyond this the best pairs are taken one by one. */
  readonly mostWork: number;
}

/** Assigns cells whose rows are below `rows` and whose columns are below `columns`; its memory is used again. */
export interface Assigner {
  /**
   * The chosen cells; cells of no value are never chosen. Values are squared before they are added up: one sure pair is
   * worth more than two middling ones.
   */
  assign<C extends Cell>(cells: readonly C[]): C[];
}

export function createAssigner(rows: number, columns: number, { squared, mostWork }: AssignWeights): Assigner {
  // Rows and columns that are connected by cells have one root; rows come first.
  const parents = new Int32Array(rows + columns);
  const numbers = new Int32Array(rows + columns);
  // How many cells of some value each of them has.
  const degrees = new Int32Array(rows + columns);
  const root = (node: number): number => {
    let at = node;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  };
  return {
    assign<C extends Cell>(cells: readonly C[]): C[] {
      for (const { row, column } of cells) {
        parents[row] = row;
        parents[rows + column] = rows + column;
        degrees[row] = 0;
        degrees[rows + column] = 0;
      }
      for (const { row, column, value } of cells) {
        if (value <= 0) continue;
        degrees[row]!++;
        degrees[rows + column]!++;
        const [a, b] = [root(row), root(rows + column)];
        if (a < b) parents[b] = a;
        else parents[a] = b;
      }
      const parts: C[][] = [];
      const partOf = new Map<number, C[]>();
      for (const cell of cells) {
        if (cell.value <= 0) continue;
        // Most cells are connected with no other.
        const isAlone = degrees[cell.row] === 1 && degrees[rows + cell.column] === 1;
        const known = isAlone ? undefined : partOf.get(root(cell.row));
        if (known) known.push(cell);
        else {
          const part = [cell];
          parts.push(part);
          if (!isAlone) partOf.set(root(cell.row), part);
        }
      }
      const chosen: C[] = [];
      for (const part of parts) {
        if (part.length === 1) chosen.push(part[0]!);
        else assignPart(part, chosen);
      }
      return chosen;
    },
  };

  function assignPart<C extends Cell>(part: readonly C[], chosen: C[]): void {
    const [rowCount, columnCount] = [number(part, 'row', 0), number(part, 'column', rows)];
    const [short, long] = [Math.min(rowCount, columnCount), Math.max(rowCount, columnCount)];
    if (short === 1) {
      chosen.push(part.reduce((best, cell) => (cell.value > best.value ? cell : best)));
      return;
    }
    if (short * short * long > mostWork) {
      for (const cell of assignGreedily(part)) chosen.push(cell);
      return;
    }
    const isWide = rowCount <= columnCount;
    const values = new Float64Array(short * long);
    const places = new Int32Array(short * long).fill(-1);
    part.forEach((cell, at) => {
      const [r, c] = [numbers[cell.row]!, numbers[rows + cell.column]!];
      const place = isWide ? r * long + c : c * long + r;
      values[place] = cell.value * (1 - squared + squared * cell.value);
      places[place] = at;
    });
    hungarian(values, short, long).forEach((column, row) => {
      const at = places[row * long + column]!;
      if (at >= 0) chosen.push(part[at]!);
    });
  }

  /** Numbers the rows (or columns) of a part in their own order, so that the order of the cells decides nothing. */
  function number(part: readonly Cell[], by: 'row' | 'column', offset: number): number {
    const own = part.map((cell) => cell[by]).sort((a, b) => a - b);
    let count = 0;
    own.forEach((value, at) => {
      if (at === 0 || own[at - 1] !== value) numbers[offset + value] = count++;
    });
    return count;
  }
}

/** The column of each row with the largest sum of values; rows are at most as many as columns. */
function hungarian(values: Float64Array, rows: number, columns: number): Int32Array {
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const way = new Int32Array(columns + 1);
  const least = new Float64Array(columns + 1);
  const used = new Uint8Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    let column = 0;
    least.fill(Number.POSITIVE_INFINITY);
    used.fill(0);
    do {
      used[column] = 1;
      const current = rowOf[column]!;
      const base = (current - 1) * columns - 1;
      const potential = rowPotential[current]!;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= columns; j++) {
        if (used[j]) continue;
        const cost = -values[base + j]! - potential - columnPotential[j]!;
        if (cost < least[j]!) {
          least[j] = cost;
          way[j] = column;
        }
        if (least[j]! < delta) {
          delta = least[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (used[j]) {
          rowPotential[rowOf[j]!]! += delta;
          columnPotential[j]! -= delta;
        } else least[j]! -= delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      rowOf[column] = rowOf[way[column]!]!;
      column = way[column]!;
    }
  }
  const chosen = new Int32Array(rows);
  for (let j = 1; j <= columns; j++) if (rowOf[j]! > 0) chosen[rowOf[j]! - 1] = j - 1;
  return chosen;
}
