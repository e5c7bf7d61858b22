/** Which tables have which keys: one array for all, since there are as many keys as columns. */

import { addNumber, createNumberList } from '../numbers/number-list.ts';

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
  // What each table gives is kept, so that it is asked for once.
  const given = createNumberList();
  const ends = new Int32Array(tables);
  const starts = new Int32Array(keys + 2);
  const last = new Int32Array(keys).fill(-1);
  let table = 0;
  const take = (key: number): void => {
    if (last[key] === table) return;
    last[key] = table;
    starts[key + 2]!++;
    addNumber(given, key);
  };
  for (table = 0; table < tables; table++) {
    each(table, take);
    ends[table] = given.count;
  }
  for (let key = 0; key < keys; key++) starts[key + 2]! += starts[key + 1]!;
  const list = new Int32Array(given.count);
  for (let at = 0, place = 0; place < tables; place++)
    for (; at < ends[place]!; at++) list[starts[given.items[at]! + 1]!++] = place;
  return { starts, tables: list };
}
