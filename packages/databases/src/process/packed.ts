/** A catalog on its way from the child to its parent: a type is written once, and columns and keys refer to types and tables by number. */
import type { Catalog, CatalogColumn, CatalogForeignKey, CatalogTable } from '../catalog.ts';
import type { Message } from './messages.ts';

/** What a column's type says, the same for all columns of that type. */
export type TypeFacts = Omit<CatalogColumn, 'name' | 'nullable'>;

export type PackedColumn = readonly [name: string, nullable: boolean, type: number];
/** `at` is the table's position in the sorted catalog. */
export type PackedTable = readonly [at: number, schema: string, name: string, columns: readonly PackedColumn[]];
/** A primary key, or with a table that it refers to a foreign one. */
export type PackedKey = readonly [
  at: number,
  columns: readonly string[],
  refAt?: number,
  refColumns?: readonly string[],
];

/** Characters of one line, but for a table that is longer: it is written and read in about a millisecond. */
const longLine = 65_536;
/** Characters of a column, a key or a table beside its names. */
const punctuation = 10;

/** The child's side: gathers tables into lines. */
export class CatalogWriter {
  readonly #write: (message: Message) => void;
  #typeCount = 0;
  #types: TypeFacts[] = [];
  #tables: PackedTable[] = [];
  #keys: PackedKey[] = [];
  #size = 0;

  constructor(write: (message: Message) => void) {
    this.#write = write;
  }

  /** The number by which columns refer to a type; each type is given once. */
  type(facts: TypeFacts): number {
    this.#types.push(facts);
    return this.#typeCount++;
  }

  table(...table: PackedTable): void {
    this.#tables.push(table);
    this.#grow(table[3].reduce((sum, [name]) => sum + name.length + punctuation, table[2].length));
  }

  /** A key of a table, once all tables are written. */
  key(...key: PackedKey): void {
    this.#keys.push(key);
    this.#grow(key[1].join().length);
  }

  /** Has everything forgotten that was written. */
  restart(): void {
    this.#typeCount = 0;
    this.#empty();
    this.#write({ restart: true });
  }

  flush(): void {
    this.#write({ types: this.#types, tables: this.#tables, keys: this.#keys });
    this.#empty();
  }

  #grow(by: number): void {
    this.#size += by + punctuation;
    if (this.#size >= longLine) this.flush();
  }

  #empty(): void {
    [this.#types, this.#tables, this.#keys, this.#size] = [[], [], [], 0];
  }
}

interface Table extends CatalogTable {
  primary_key: readonly string[];
  readonly foreign_keys: CatalogForeignKey[];
}

/** The parent's side: makes the catalog again. */
export class CatalogBuilder {
  #types: TypeFacts[] = [];
  #tables: Table[] = [];

  take(message: Message): void {
    if ('restart' in message) [this.#types, this.#tables] = [[], []];
    if (!('tables' in message)) return;
    this.#types.push(...message.types);
    for (const [at, schema, name, columns] of message.tables)
      this.#tables[at] = {
        schema,
        name,
        columns: columns.map((it) => this.#column(it)),
        primary_key: [],
        foreign_keys: [],
      };
    for (const key of message.keys) this.#complete(key);
  }

  catalog(dialect: Catalog['dialect']): Catalog {
    // A server that lists a table twice leaves a gap.
    return { dialect, tables: this.#tables.filter(() => true) };
  }

  #column([name, nullable, number]: PackedColumn): CatalogColumn {
    // Written out, since a spread takes several times as long.
    const { type, base_type, length, field_type, field_length } = this.#types[number] as TypeFacts;
    return { name, type, base_type, length, nullable, field_type, field_length };
  }

  #complete([at, columns, refAt, ref_columns = []]: PackedKey): void {
    const table = this.#tables[at];
    const target = refAt === undefined ? undefined : this.#tables[refAt];
    if (target) table?.foreign_keys.push({ columns, ref_schema: target.schema, ref_table: target.name, ref_columns });
    else if (table) table.primary_key = columns;
  }
}
