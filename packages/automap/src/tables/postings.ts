/** Which tables have which keys: one array for all, since there are as many keys as columns. */

export interface Postings {
  /** Where the tables of a key stand in `tables`: from `starts[key]` to `starts[key + 1]`. */
  readonly starts: Int32Array;
  readonly tables: Int32Array;
}

/**
 * @param tables how many there are
 * @param keys how many there are
 * @param each calls `give` with every key of a table; a key that comes again counts once
 */
export function createPostings(
  tables: number,
  keys: number,
  each: (table: number, give: (key: number) => void) => void,
): Postings {
  const starts = new Int32Array(keys + 2);
  const last = new Int32Array(keys).fill(-1);
  let table = 0;
  const count = (key: number): void => {
    if (last[key] === table) return;
    last[key] = table;
    starts[key + 2]!++;
  };
  for (table = 0; table < tables; table++) each(table, count);
  for (let key = 0; key < keys; key++) starts[key + 2]! += starts[key + 1]!;
  const list = new Int32Array(starts[keys + 1]!);
  last.fill(-1);
  const put = (key: number): void => {
    if (last[key] === table) return;
    last[key] = table;
    list[starts[key + 1]!++] = table;
  };
  for (table = 0; table < tables; table++) each(table, put);
  return { starts, tables: list };
}
