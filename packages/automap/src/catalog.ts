/** What the matcher reads of a database: names first, types and keys where the database gave them. Other properties are ignored. */

/** One database's tables, in the form of a catalog file. The order of the tables means nothing. */
export interface Catalog {
  /** `mysql`, `postgres`, `sqlite`: told for people; the matcher does not read it. */
  readonly dialect?: string;
  readonly tables: readonly Table[];
}

/** A table. Its identity is (schema, name), never a joined string. */
export interface Table {
  /** The schema that holds the table; absent where a catalog has none. */
  readonly schema?: string;
  /** The name as the database reports it. */
  readonly name: string;
  /** The columns in the table's own order. */
  readonly columns: readonly Column[];
  /** Column names in key order, `[]` for none; absent means unknown. */
  readonly primary_key?: readonly string[];
  /** `[]` for none; absent means unknown. */
  readonly foreign_keys?: readonly ForeignKey[];
}

/** A column, as its database describes it. */
export interface Column {
  /** The name as the database reports it. */
  readonly name: string;
  /** The declared type with its length, in any case: `VARCHAR(45)`. */
  readonly type?: string;
  /** The type without its length, in lower case: `character varying`. Preferred over `type`. */
  readonly base_type?: string;
  /** What stood in the type's parentheses (`"10,2"`), null where there was nothing. */
  readonly length?: string | null;
  readonly nullable?: boolean;
}

/** A reference from columns of this table to as many columns of `ref_table`. */
export interface ForeignKey {
  readonly columns: readonly string[];
  readonly ref_table: string;
  readonly ref_columns: readonly string[];
}
