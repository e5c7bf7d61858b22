/** What one call reads of a list: as many rows as its bytes allow. Whoever writes the list reads the others later. */
import { type RawBuilder, sql } from 'kysely';

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

/** The bytes of a row's large texts. SQLite and PostgreSQL have them without reading the texts. */
export const bytesOf = (...columns: readonly string[]): RawBuilder<number> =>
  sql<number>`${sql.join(
    columns.map((column) => sql`coalesce(octet_length(${sql.ref(column)}), 0)`),
    sql` + `,
  )}`;

/**
 * The IDs, and some of them again: as many as a power of two, so that statements of few lengths are prepared.
 * @param ids at least one
 */
export function padded(ids: readonly string[]): string[] {
  const length = 2 ** Math.ceil(Math.log2(ids.length));
  return Array.from({ length }, (_, at) => ids[Math.min(at, ids.length - 1)] as string);
}
