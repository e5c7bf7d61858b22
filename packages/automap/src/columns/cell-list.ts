/** Pairs of columns with their values, in arrays that are used again for every pair of tables: there are millions. */

export interface CellList {
  count: number;
  /** The columns of the source and of the target, by their numbers in their sides. */
  rows: Int32Array<ArrayBuffer>;
  columns: Int32Array<ArrayBuffer>;
  values: Float64Array<ArrayBuffer>;
}

export function createCellList(): CellList {
  return { count: 0, rows: new Int32Array(1024), columns: new Int32Array(1024), values: new Float64Array(1024) };
}

export function addCell(list: CellList, row: number, column: number, value: number): void {
  if (list.count === list.rows.length) {
    const [rows, columns, values] = [list.rows, list.columns, list.values];
    list.rows = new Int32Array(2 * list.count);
    list.columns = new Int32Array(2 * list.count);
    list.values = new Float64Array(2 * list.count);
    list.rows.set(rows);
    list.columns.set(columns);
    list.values.set(values);
  }
  list.rows[list.count] = row;
  list.columns[list.count] = column;
  list.values[list.count++] = value;
}

/** Keeps copies of lists, so that what was compared once is not compared again; as many as fit. */
export interface CellStore {
  keep(key: number, list: CellList): void;
  /** Fills the list with what was kept; false where nothing was. */
  restore(key: number, list: CellList): boolean;
}

/** Cells that are kept at most, of 16 bytes each. */
const mostKept = 4_000_000;

export function createCellStore(): CellStore {
  const all = createCellList();
  const places = new Map<number, readonly [from: number, to: number]>();
  return {
    keep(key, list) {
      if (all.count + list.count > mostKept) return;
      const from = all.count;
      for (let i = 0; i < list.count; i++) addCell(all, list.rows[i]!, list.columns[i]!, list.values[i]!);
      places.set(key, [from, all.count]);
    },
    restore(key, list) {
      const place = places.get(key);
      if (place === undefined) return false;
      list.count = 0;
      for (let i = place[0]; i < place[1]; i++) addCell(list, all.rows[i]!, all.columns[i]!, all.values[i]!);
      return true;
    },
  };
}

/** Calls `take` for the best cells whose row and column are free, the best first; the order of the list decides ties. */
export interface GreedyTaker {
  each(list: CellList, take: (at: number) => void): void;
}

/** Lists shorter than this are sorted by insertion, which needs no memory. */
const short = 128;

export function createGreedyTaker(rowCount: number, columnCount: number): GreedyTaker {
  const rowTaken = new Int32Array(rowCount);
  const columnTaken = new Int32Array(columnCount);
  let turn = 0;
  let order = new Int32Array(1024);
  return {
    each(list, take) {
      turn++;
      const { count, rows, columns, values } = list;
      if (order.length < count) order = new Int32Array(2 * count);
      if (count <= short) {
        for (let i = 0; i < count; i++) {
          const value = values[i]!;
          let at = i;
          while (at > 0 && values[order[at - 1]!]! < value) {
            order[at] = order[at - 1]!;
            at--;
          }
          order[at] = i;
        }
      } else {
        for (let i = 0; i < count; i++) order[i] = i;
        order.subarray(0, count).sort((a, b) => values[b]! - values[a]! || a - b);
      }
      for (let i = 0; i < count; i++) {
        const at = order[i]!;
        if (rowTaken[rows[at]!] === turn || columnTaken[columns[at]!] === turn) continue;
        rowTaken[rows[at]!] = turn;
        columnTaken[columns[at]!] = turn;
        take(at);
      }
    },
  };
}
