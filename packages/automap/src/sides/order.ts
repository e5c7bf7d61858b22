/** The order of tables that never depends on a locale or on the order in which they were passed. */

import type { Table } from '../catalog.ts';

/** By schema, then by name, in code-unit order; a table without a schema comes first. */
export function compareTables(a: Table, b: Table): number {
  return compareText(a.schema ?? '', b.schema ?? '') || compareText(a.name, b.name);
}

/** Code-unit order. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An order that no consistent change of case or of separators alters: what decides ties must not depend on them. */
export function sortForMatching<T extends Table>(tables: readonly T[]): T[] {
  const keyed = tables.map((table) => ({ table, key: plain(table.name), schema: plain(table.schema ?? '') }));
  keyed.sort((a, b) => compareText(a.schema, b.schema) || compareText(a.key, b.key) || compareTables(a.table, b.table));
  return keyed.map(({ table }) => table);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ');
}
