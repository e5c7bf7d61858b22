/** A catalog on its way from the child to its parent: a type is written once, and columns and keys refer to types and tables by number. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Catalog, CatalogColumn, CatalogForeignKey, CatalogTable } from '../catalog.ts';
import { CatalogError, TooManyError } from '../catalog-error.ts';
import { type Message, type Part, partBegins } from './messages.ts';

/** What a column's type says, the same for all columns of that type. */
export type TypeFacts = Omit<CatalogColumn, 'name' | 'nullable'>;

export type PackedColumn = readonly [name: string, nullable: boolean, type: number];
/** `at` is the table's position in the sorted catalog. A table with many columns comes in several pieces. */
export type PackedTable = readonly [at: number, schema: string, name: string, columns: readonly PackedColumn[]];
/** A primary key, or with a table that it refers to a foreign one. */
export type PackedKey = readonly [
  at: number,
  columns: readonly string[],
  refAt?: number,
  refColumns?: readonly string[],
];

/** Characters of one line, and of one name or type: a line is written and read in about a millisecond. */
const longLine = 65_536;
/** Characters of a column, a key or a table beside its names. */
const punctuation = 10;
/** Characters of all names and types together: 400,000 columns with names of the usual longest length take half of it. */
const mostCharacters = 64 * 1024 * 1024;

export interface WriterLimits {
  readonly maxColumns: number;
  /** What messages call the database, ready to begin a sentence. */
  readonly subject: string;
}

/** The child's side: gathers tables into lines, and holds them to the limits of a reading. */
export class CatalogWriter {
  readonly #write: (message: Message) => void;
  readonly #limits: WriterLimits;
  #columnCount = 0;
  #characters = 0;
  #typeCount = 0;
  #types: TypeFacts[] = [];
  #tables: PackedTable[] = [];
  #keys: PackedKey[] = [];
  #size = 0;

  constructor(write: (message: Message) => void, limits: WriterLimits) {
    this.#write = write;
    this.#limits = limits;
  }

  /** The number by which columns refer to a type; each type is given once. */
  type(facts: TypeFacts): number {
    this.#types.push(facts);
    for (const text of [facts.type, facts.base_type, facts.field_type]) this.#grow(text.length);
    return this.#typeCount++;
  }

  /** @throws {CatalogError} `too-large` where the names and types are longer than those of any database */
  table(...[at, schema, name, columns]: PackedTable): void {
    this.#columnCount += columns.length;
    // Counted to the end, so that the message can say how many there are.
    if (this.#columnCount > this.#limits.maxColumns) return;
    let piece: PackedColumn[] = [];
    this.#tables.push([at, schema, name, piece]);
    this.#grow(schema.length);
    this.#grow(name.length);
    for (const column of columns) {
      if (this.#tables.length === 0) {
        piece = [];
        this.#tables.push([at, schema, name, piece]);
      }
      piece.push(column);
      this.#grow(column[0].length);
    }
  }

  /** @throws {TooManyError} once all tables are written */
  endTables(): void {
    const { maxColumns } = this.#limits;
    if (this.#columnCount > maxColumns) throw new TooManyError('columns', this.#columnCount, maxColumns);
  }

  /** A key of a table, once all tables are written. */
  key(...key: PackedKey): void {
    const [, columns, , refColumns = []] = key;
    this.#keys.push(key);
    for (const name of [...columns, ...refColumns]) this.#grow(name.length);
  }

  /** Has everything forgotten that was written. */
  restart(): void {
    [this.#typeCount, this.#columnCount, this.#characters] = [0, 0, 0];
    this.#empty();
    this.#write({ restart: true });
  }

  flush(): void {
    this.#write({ types: this.#types, tables: this.#tables, keys: this.#keys });
    this.#empty();
  }

  #grow(characters: number): void {
    this.#characters += characters;
    this.#size += characters + punctuation;
    if (characters > longLine || this.#characters > mostCharacters) throw this.#tooLong(characters);
    if (this.#size >= longLine) this.flush();
  }

  #tooLong(characters: number): CatalogError {
    const { subject } = this.#limits;
    const what =
      characters > longLine
        ? `a name or a type of ${characters} characters; at most ${longLine} are read.`
        : `names and types of more than ${mostCharacters} characters in all, which is the most that is read.`;
    return new CatalogError('too-large', `${subject} has ${what}`);
  }

  #empty(): void {
    [this.#types, this.#tables, this.#keys, this.#size] = [[], [], [], 0];
  }
}

interface Table extends CatalogTable {
  readonly columns: CatalogColumn[];
  primary_key: readonly string[];
  readonly foreign_keys: CatalogForeignKey[];
}

/** Columns that are made while the rest is read. What is more waits as text, a fifth as large, since it may yet be too much. */
const madeAtOnce = 200_000;

/** The parent's side: makes the catalog again. */
export class CatalogBuilder {
  #types: TypeFacts[] = [];
  #tables: Table[] = [];
  #columnCount = 0;
  #waiting: string[] = [];

  /** Whether it was a line of the catalog. */
  take(line: string): boolean {
    if (!line.startsWith(partBegins)) return false;
    if (this.#columnCount < madeAtOnce) this.#add(JSON.parse(line));
    else this.#waiting.push(line);
    return true;
  }

  /** Forgets what came before. */
  restart(): void {
    [this.#types, this.#tables, this.#columnCount, this.#waiting] = [[], [], 0, []];
  }

  /** What was taken, once it is all there. Others get their turn between two lines. @throws the signal's reason when it aborts */
  async catalog(dialect: Catalog['dialect'], signal: AbortSignal): Promise<Catalog> {
    for (const line of this.#waiting) {
      this.#add(JSON.parse(line));
      await nextTurn();
      signal.throwIfAborted();
    }
    this.#waiting = [];
    // A server that lists a table twice leaves a gap.
    return { dialect, tables: this.#tables.filter(() => true) };
  }

  #add({ types, tables, keys }: Part): void {
    this.#types.push(...types);
    for (const [at, schema, name, packed] of tables) {
      this.#columnCount += packed.length;
      const columns = packed.map((it) => this.#column(it));
      const begun = this.#tables[at];
      if (begun) begun.columns.push(...columns);
      else this.#tables[at] = { schema, name, columns, primary_key: [], foreign_keys: [] };
    }
    for (const key of keys) this.#complete(key);
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
