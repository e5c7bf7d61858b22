/** How many rows a query gives, at most. */
import { type RawBuilder, sql } from '#kysely';

/**
 * The number as SQL. SQLite plans by a limit that is a bare parameter, and so prepares the statement again at each run: that
 * takes longer than reading ten rows. An expression it leaves alone.
 */
export const rowLimit = (limit: number): RawBuilder<number> => sql<number>`cast(${limit} as integer)`;
