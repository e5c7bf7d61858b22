/** What the matcher answers: pairs with their reasons, and what stayed unmapped with its reason. */

import type { Table } from './catalog.ts';
import type { ColumnReason, TableReason, UnmappedColumnReason, UnmappedTableReason, WordRelation } from './reasons.ts';

/**
 * The proposals for two catalogs. Every table that was passed in stands either in `pairs` or in `unmapped`.
 *
 * One source table can stand in several pairs, and one target table too; a column stands in at most one.
 */
export interface CatalogMapping<S extends Table = Table, T extends Table = Table> {
  /** Sorted by source schema, source table, target schema, target table, in code-unit order. */
  readonly pairs: readonly TablePair<S, T>[];
  /** Both lists sorted by schema and table, in code-unit order. */
  readonly unmapped: { readonly source: readonly Unmapped<S, T>[]; readonly target: readonly Unmapped<T, S>[] };
}

/** A source table and the target table proposed for it. */
export interface TablePair<S extends Table = Table, T extends Table = Table> {
  /** The very object that was passed in. */
  readonly source: S;
  /** The very object that was passed in. */
  readonly target: T;
  /**
   * Coverage times confidence, an integer from 0 to 100: the sum of the column confidences, each in whole percents rounded
   * down, divided by the number of source columns, rounded down. 0 for a table without columns; 100 only when every source
   * column is certain.
   */
  readonly percent: number;
  /** The chance that these two tables belong together, 0 to 1, in thousandths. 1 is kept for what names alone prove. */
  readonly confidence: number;
  /** How well the two go together, 0 to 1: to be compared with those of `runnersUp`. */
  readonly score: number;
  /** Why these two tables. */
  readonly reason: TableReason;
  /** The words of the two names that were taken for each other; empty where the names are equal or did not decide. */
  readonly words: readonly WordMatch[];
  /** Up to three other pairs that this one was preferred to, the nearest first: each has one of its two tables. */
  readonly runnersUp: readonly TableRival<S, T>[];
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
  /** The chance that the pair is right, 0 to 1, in thousandths. It includes the chance that the table pair is right. */
  readonly confidence: number;
  /** How well the two go together, 0 to 1: to be compared with those of `runnersUp`. */
  readonly score: number;
  /** Why these two columns. */
  readonly reason: ColumnReason;
  /** The words of the two names that were taken for each other; empty where the names are equal or did not decide. */
  readonly words: readonly WordMatch[];
  /** Up to three other pairs of these two tables, the nearest first: each has one of the two columns. */
  readonly runnersUp: readonly ColumnRival[];
}

/** Two words that were taken for each other, in lower case. */
export interface WordMatch {
  readonly source: string;
  readonly target: string;
  readonly relation: WordRelation;
}

/** A table pair that was not proposed, and the score, 0 to 1, that it reached; scores rank and are no chances. */
export interface TableRival<S extends Table = Table, T extends Table = Table> {
  readonly source: S;
  readonly target: T;
  readonly score: number;
}

/** A column pair that was not proposed, and the score, 0 to 1, that it reached; scores rank and are no chances. */
export interface ColumnRival {
  readonly source: string;
  readonly target: string;
  readonly score: number;
}

/** A column of a paired table for which nothing is proposed. */
export interface UnmappedColumn {
  readonly name: string;
  readonly reason: UnmappedColumnReason;
  /** The most similar column of the other table, whether it is mapped or not; absent where none resembles it. */
  readonly nearest?: { readonly name: string; readonly score: number };
}

/** A table for which nothing is proposed. */
export interface Unmapped<T extends Table = Table, Other extends Table = Table> {
  /** The very object that was passed in. */
  readonly table: T;
  readonly reason: UnmappedTableReason;
  /** The most similar table of the other side, whether it is mapped or not; absent where none resembles it. */
  readonly nearest?: { readonly table: Other; readonly score: number };
}
