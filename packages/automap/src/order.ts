/** The order of tables that never depends on a locale or on the order in which they were passed. */

import type { Table } from './catalog.ts';

/** By schema, then by name, in code-unit order; a table without a schema comes first. */
export function compareTables(a: Table, b: Table): number {
  return compareText(a.schema ?? '', b.schema ?? '') || compareText(a.name, b.name);
}

/** Code-unit order. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
