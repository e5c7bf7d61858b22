/** Reads the vendor's ranges: which tables of a side take part. */

import type { Table } from './catalog.ts';

/** @param range `schema.table`, `table` where it has no schema, `schema.*`; undefined for all */
export function rangeOf(range: readonly string[] | undefined): (table: Table) => boolean {
  if (range === undefined) return () => true;
  const names = new Set(range);
  return ({ schema, name }) => (schema ? names.has(`${schema}.${name}`) || names.has(`${schema}.*`) : names.has(name));
}
