/** Lists whose entries do not all fit into one call of the store: the others are read while the answer is written. */
import { type LaterRow, partBytes } from '../store/part.ts';
import { laterList } from '../wire/json.ts';

export interface Rest<Row> {
  readonly first: readonly Row[];
  readonly later: readonly LaterRow[];
  /** Reads rows by their IDs, in their order. */
  read(ids: readonly string[]): Promise<readonly Row[]>;
  /** Whether what was deleted meanwhile may be missing; else the answer is broken off. Default: false. */
  readonly mayShrink?: boolean;
}

/** All entries, each written by `write`. */
export function wholeList<Row, Entry>(
  { first, later, read, mayShrink = false }: Rest<Row>,
  write: (row: Row) => Entry,
): Entry[] {
  if (later.length === 0) return first.map(write);
  return laterList({ [Symbol.asyncIterator]: entries });

  async function* entries(): AsyncGenerator<Entry> {
    for (const row of first) yield write(row);
    for (const ids of partsOf(later)) {
      const rows = await read(ids);
      // How many there are has been answered already.
      if (rows.length < ids.length && !mayShrink) throw new Error('Rows were deleted while they were being answered.');
      for (const row of rows) yield write(row);
    }
  }
}

function* partsOf(later: readonly LaterRow[]): Generator<string[]> {
  let [ids, bytes]: [string[], number] = [[], 0];
  for (const row of later) {
    if (ids.length > 0 && bytes + row.bytes > partBytes) {
      yield ids;
      [ids, bytes] = [[], 0];
    }
    ids.push(row.id);
    bytes += row.bytes;
  }
  if (ids.length > 0) yield ids;
}
