/** What a caller can ask of the matcher. */

/** All of it is optional; nothing set maps everything to everything. */
export interface MapOptions {
  /** Pairs only names that are equal character for character, once `tablePrefix` and `tableSuffix` are added. Default: false. */
  readonly exactNames?: boolean;
  /**
   * The least confidence of a proposal, 0 to 1: table pairs and column pairs below it are left out. Default: 0, all that the
   * matcher's own thresholds let through.
   */
  readonly strictness?: number;
  /** The vendor's naming rule: the target table is called `tablePrefix` + source table + `tableSuffix`. Default: ''. */
  readonly tablePrefix?: string;
  readonly tableSuffix?: string;
  /** The vendor's ranges: only these tables, each `schema.table`, `table` where it has no schema, or `schema.*`. Default: all. */
  readonly sourceTables?: readonly string[];
  readonly targetTables?: readonly string[];
  /** Pairs that are settled: they stay, take their columns, and teach which words mean the same. */
  readonly fixed?: readonly GivenPair[];
  /** Pairs that are never proposed; with `columns` these column pairs alone. */
  readonly refused?: readonly GivenPair[];
  /** Groups of words that mean the same. Default: the matcher's own; `[]` for none. */
  readonly synonyms?: readonly unknown[];
  /** Called between steps with the share of the work that is done, 0 to 1. What it throws ends the work. */
  readonly onProgress?: (done: number) => void;
}

/** A table pair that somebody decided on. Names are compared character for character. */
export interface GivenPair {
  readonly source: TableName;
  readonly target: TableName;
  readonly columns?: readonly { readonly source: string; readonly target: string }[];
}

/** The identity of a table. */
export interface TableName {
  readonly schema?: string | null;
  readonly name: string;
}
