/** What statements say of the size of rows, and of some of them. */
import { type RawBuilder, sql } from '#kysely';

/** A mapping whose texts have more bytes is in the index `large_mappings`, whose step of the schema states the same number. */
export const largeBytes = 8192;

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
export function padded<Id>(ids: readonly Id[]): Id[] {
  const length = 2 ** Math.ceil(Math.log2(ids.length));
  return Array.from({ length }, (_, at) => ids[Math.min(at, ids.length - 1)] as Id);
}
