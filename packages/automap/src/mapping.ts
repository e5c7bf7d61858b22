/** What the matcher answers: pairs with their reasons, and what stayed unmapped with its reason. */

import type { Table } from './catalog.ts';
import type { ColumnReason, TableReason, UnmappedColumnReason, UnmappedTableReason } from './reasons.ts';

/**
 * The proposals for two catalogs. Every table that was passed in stands either in `pairs` or in `unmapped`.
 *
 * A reader must allow several pairs for one source or one target table; this version makes at most one.
 */
export interface CatalogMapping<S extends Table = Table, T extends Table = Table> {
  /** Sorted by source schema, source table, target schema, target table, in code-unit order. */
  readonly pairs: readonly TablePair<S, T>[];
  /** Both lists sorted by schema and table, in code-unit order. */
  readonly unmapped: { readonly source: readonly Unmapped<S>[]; readonly target: readonly Unmapped<T>[] };
}

/** A source table and the target table proposed for it. */
export interface TablePair<S extends Table = Table, T extends Table = Table> {
  /** The very object that was passed in. */
  readonly source: S;
  /** The very object that was passed in. */
  readonly target: T;
  /**
   * Coverage times confidence, an integer from 0 to 100: the sum of the column confidences divided by the number of
   * source columns, rounded down. 0 for a table without columns; 100 only when every source column is certain.
   */
  readonly percent: number;
  /** Why these two tables. */
  readonly reason: TableReason;
  /** In the order of the source table's columns. No column of either table stands here twice. */
  readonly columns: readonly ColumnPair[];
  /** In the table's own order. */
  readonly unmappedSourceColumns: readonly UnmappedColumn[];
  /** In the table's own order. */
  readonly unmappedTargetColumns: readonly UnmappedColumn[];
}

/** Two columns of a table pair, by name, character for character as they were passed in. */
export interface ColumnPair {
  readonly source: string;
  readonly target: string;
  /** An integer from 0 to 100. It includes how certain the table pair is: 100 is an exact name in an exact table. */
  readonly confidence: number;
  /** Why these two columns. */
  readonly reason: ColumnReason;
}

/** A column of a paired table for which nothing is proposed. */
export interface UnmappedColumn {
  readonly name: string;
  readonly reason: UnmappedColumnReason;
}

/** A table for which nothing is proposed. */
export interface Unmapped<T extends Table = Table> {
  /** The very object that was passed in. */
  readonly table: T;
  readonly reason: UnmappedTableReason;
}
