/** Keeps the tables of a catalog that a caller's range names, and refuses a range that does not fit the catalog. */
import type { Catalog } from '@roma-fdi/databases';
import { MatchingError, type Side } from './matching-error.ts';

/** A list such as `shop.orders,shop.customers`, or `shop.*` for a whole schema; empty for all tables. */
export type Range = string;

/**
 * @param maxTables the most tables that may be left
 * @throws {MatchingError} `no-such-table` for an entry that no table fits, `too-many-tables`
 */
export function inRange(catalog: Catalog, range: Range, side: Side, maxTables: number): Catalog {
  const entries = range
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const wanted = new Set(entries);
  const seen = new Set<string>();
  const tables = catalog.tables.filter(({ schema, name }) => {
    const fitting = [`${schema}.${name}`, `${schema}.*`].filter((entry) => wanted.has(entry));
    for (const entry of fitting) seen.add(entry);
    return wanted.size === 0 || fitting.length > 0;
  });
  const unknown = entries.find((entry) => !seen.has(entry));
  if (unknown !== undefined) {
    const why = `the ${side} has no table [${unknown}]; write schema.table, or schema.* for a whole schema.`;
    throw new MatchingError('no-such-table', side, why);
  }
  if (tables.length > maxTables) {
    const why = `the ${side} has ${tables.length} tables, at most ${maxTables} are mapped in one call (ROMA_FDI_MAX_AUTO_TABLES); choose some of them.`;
    throw new MatchingError('too-many-tables', side, why);
  }
  return { ...catalog, tables };
}
