/** What one call reads of a list: as many rows as its bytes allow. Whoever writes the list reads the others later. */

/** A row that was found and not read. */
export interface LaterRow {
  readonly id: string;
  readonly bytes: number;
}

/** Bytes of the large texts of the rows that one call reads: a millisecond or two of the store's time, and of the caller's. */
export const partBytes = 32 * 1024;

/** How many rows from the beginning one call reads; none where the first is too large already. */
export function rowsOfPart(rows: readonly LaterRow[]): number {
  let bytes = 0;
  for (const [at, row] of rows.entries()) {
    bytes += row.bytes;
    if (bytes > partBytes) return at;
  }
  return rows.length;
}
