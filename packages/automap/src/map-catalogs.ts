/** The matcher's front door: prepares both sides, pairs tables, then pairs columns within each pair. */

import type { Table } from './catalog.ts';
import type { Link } from './link.ts';
import type { CatalogMapping, ColumnPair, TablePair } from './mapping.ts';
import { compareTables } from './order.ts';
import { pairColumns } from './pair-columns.ts';
import { pairTables } from './pair-tables.ts';
import { prepareSide } from './prepare.ts';

/**
 * Proposes which source table and column goes to which target table and column, from names alone; the types of columns
 * decide only between columns whose names are equally close.
 *
 * Pure, synchronous and deterministic: the same tables give the same answer in the same order, in whatever order they
 * are passed. It never throws for any names; it blocks for seconds where there are ten thousand tables, so
 * a server runs it in a worker.
 */
export function mapCatalogs<S extends Table, T extends Table>(
  source: { readonly tables: readonly S[] },
  target: { readonly tables: readonly T[] },
): CatalogMapping<S, T> {
  const { links, unmapped } = pairTables(prepareSide(source.tables), prepareSide(target.tables));
  const pairs = links.map(toPair);
  pairs.sort((a, b) => compareTables(a.source, b.source) || compareTables(a.target, b.target));
  return { pairs, unmapped };
}

function toPair<S extends Table, T extends Table>({ source, target, reason, certainty }: Link<S, T>): TablePair<S, T> {
  const mapping = pairColumns(source, target, certainty);
  const percent = percentOf(mapping.columns, source.table.columns.length);
  const confidence = Math.floor(certainty * 10) / 1000;
  return {
    source: source.table,
    target: target.table,
    percent,
    confidence,
    reason,
    words: [],
    runnersUp: [],
    ...mapping,
  };
}

function percentOf(columns: readonly ColumnPair[], sourceColumns: number): number {
  if (sourceColumns === 0) return 0;
  return Math.floor(columns.reduce((sum, { confidence }) => sum + Math.round(confidence * 100), 0) / sourceColumns);
}
