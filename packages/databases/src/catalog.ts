/** What a database holds, in the form of a catalog file: JSON.stringify of a catalog is such a file. */

/** The tables of one database. */
export interface Catalog {
  readonly dialect: 'sqlite' | 'postgres' | 'mysql';
  /** Sorted by schema, then by name. */
  readonly tables: readonly CatalogTable[];
}

/** One table that holds rows of its own: no view, no index, no partition of another table. */
export interface CatalogTable {
  /** The schema's name as the database reports it, without quotes; `main` in SQLite. */
  readonly schema: string;
  /** The table's name as the database reports it: no schema, no quotes, any character. */
  readonly name: string;
  /** In the order of the table. */
  readonly columns: readonly CatalogColumn[];
  /** Column names in the order of the key; empty where there is none. */
  readonly primary_key: readonly string[];
  readonly foreign_keys: readonly CatalogForeignKey[];
}

/** A reference to a table of the same catalog; one that leads out of the catalog is left out. */
export interface CatalogForeignKey {
  readonly columns: readonly string[];
  readonly ref_schema: string;
  readonly ref_table: string;
  /** As many as `columns`, in the same order. */
  readonly ref_columns: readonly string[];
}

/** One column. */
export interface CatalogColumn {
  readonly name: string;
  /** The type as it was declared; empty where none was. */
  readonly type: string;
  /** `type` in lower case without what stood in parentheses. */
  readonly base_type: string;
  /** What stood in the parentheses of `type` (`"45"`, `"10,2"`), or null. */
  readonly length: string | null;
  /** Whether a row may hold NULL here. */
  readonly nullable: boolean;
  /** The type as the vendor writes it on the wire: upper case without its length. Never empty. */
  readonly field_type: string;
  /** The length as a decimal string; `"0"` where there is none. */
  readonly field_length: string;
}
