/** Finds the columns of one table by a number that they have, such as that of their folded name. Its memory is used again. */

export interface ColumnIndex {
  /** Reads the columns of a table, from `from` to `to`, in place of those of the table before. */
  read(from: number, to: number): void;
  /** The first column that has this number; -1 for none. */
  first(key: number): number;
  /** The next column that has the same number as this one; -1 for none. */
  next(column: number): number;
}

/** @param keys the number of each column of a side; below 0 for none */
export function createColumnIndex(keys: Int32Array): ColumnIndex {
  let most = -1;
  for (let column = 0; column < keys.length; column++) most = Math.max(most, keys[column]!);
  const firsts = new Int32Array(most + 1).fill(-1);
  const nexts = new Int32Array(keys.length);
  let start = 0;
  let end = 0;

  // What earlier tables left need not be cleared: their columns are none of the present one.
  function first(key: number): number {
    const column = key < 0 || key >= firsts.length ? -1 : firsts[key]!;
    return column >= start && column < end ? column : -1;
  }

  return {
    first,
    next: (column) => nexts[column]!,
    read(from, to) {
      start = from;
      end = to;
      for (let column = from; column < to; column++) if (keys[column]! >= 0) firsts[keys[column]!] = -1;
      for (let column = to - 1; column >= from; column--) {
        const key = keys[column]!;
        if (key < 0) continue;
        nexts[column] = firsts[key]!;
        firsts[key] = column;
      }
    },
  };
}
