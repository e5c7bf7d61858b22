/** Reads the tables of an open SQLite database. */
import type { DatabaseSync } from 'node:sqlite';
import { type CatalogError, TooManyError } from '../catalog-error.ts';
import { parseDeclaredType } from '../declared-type.ts';
import type { CatalogWriter, TypeFacts } from '../process/packed.ts';
import { replacement } from '../utf-8.ts';
import { sqliteWireType } from './column-type.ts';
import { columnDefinitions, isQuoted, mayQuoteTypes } from './declared/column-definitions.ts';
import { meantType, typeOf } from './declared/meant-type.ts';
import { type TableBytes, unwritableColumn, unwritableTable } from './declared/unwritable-names.ts';
import {
  columnsOf,
  encodingQuery,
  foreignKeysOf,
  indexesOf,
  shadowsOf,
  tablesAsBytesQuery,
  tablesQuery,
} from './queries.ts';

const schema = 'main';

type NameRow = [name: string, rootPage: number, sql: string];
type ColumnRow = [id: number, name: string, type: string, notNull: number, standard: unknown, pk: number];
type ForeignKeyRow = [id: number, part: number, refTable: string, column: string, refColumn: string | null];
type IndexRow = [number: number, name: string, unique: number, origin: string, partial: number];

/** A table as its statement tells it. */
export interface NamedTable {
  readonly name: string;
  /** Whether it may have no rowid, or a primary key beside it. */
  readonly odd: boolean;
  /** Whether it may refer to tables. */
  readonly refers: boolean;
  /** Where types may be in quotes, behind which SQLite reads nothing. */
  readonly sql?: string;
}

interface Table extends NamedTable {
  readonly columns: readonly string[];
  readonly primary: readonly string[];
}

/**
 * Ordinary tables alone, sorted by name: no view, no virtual table and nothing behind one.
 * @param subject what messages call the file
 */
export function listTables(database: DatabaseSync, maxTables: number, subject: string): NamedTable[] {
  const tables = new Map<string, NamedTable>();
  const hidden = new Set<string>();
  const statement = database.prepare(tablesQuery);
  statement.setReturnArrays(true);
  for (const [name, rootPage, sql] of statement.iterate() as unknown as Iterable<NameRow>) {
    if (rootPage === 0) for (const shadow of shadowsOf(name, sql)) hidden.add(fold(shadow));
    // No statement can name what holds a NUL; only who writes the schema by hand can have put it there.
    else if (!name.includes('\0')) tables.set(name, tableOf(name, sql));
  }
  if ([...tables.keys()].some(isSuspect)) refuse(unwritableTable(subject, asBytes(database)));
  const found = [...tables.values()].filter(({ name }) => !hidden.has(fold(name)));
  if (found.length > maxTables) throw new TooManyError('tables', found.length, maxTables);
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const tableOf = (name: string, sql: string): NamedTable => ({
  name,
  odd: /without|desc/i.test(sql),
  refers: /references/i.test(sql),
  ...(mayQuoteTypes(sql) && { sql }),
});

/**
 * Writes the columns of all tables, then their keys.
 * @param subject what messages call the file
 */
export function readTables(
  database: DatabaseSync,
  named: readonly NamedTable[],
  catalog: CatalogWriter,
  subject: string,
): void {
  const types = new Map<string, number>();
  const numberOf = (declared: string, meant?: string): number => {
    const key = meant ?? declared;
    const number = types.get(key) ?? catalog.type(typeFacts(meant ?? meantType(declared)));
    types.set(key, number);
    return number;
  };
  const someRefer = named.some(({ refers }) => refers);
  const tables = named.map((table, at): Table => {
    const columns = rows<ColumnRow>(database, columnsOf(table.name));
    if (columns.some((column) => isSuspect(column[1])))
      refuse(unwritableColumn(subject, table.name, asBytes(database)));
    const quoted = quotedTypes(table);
    const key = columns.filter((column) => column[5] > 0).sort((a, b) => a[5] - b[5]);
    const rowid = rowidOf(database, table, key);
    const packed = columns.map(
      (column) => [column[1], column[3] === 0 && column !== rowid, numberOf(column[2], quoted.get(column[1]))] as const,
    );
    catalog.table(at, schema, table.name, packed);
    // Wanted for keys alone: they are most of what a large database has.
    const names = someRefer ? columns.map((column) => column[1]) : [];
    return { ...table, columns: names, primary: key.map((column) => column[1]) };
  });
  catalog.endTables();
  const places = new Map(tables.map(({ name }, at) => [fold(name), at]));
  tables.forEach((table, at) => {
    if (table.primary.length > 0) catalog.key(at, table.primary);
    if (!table.refers) return;
    for (const parts of foreignKeys(database, table)) {
      const refAt = places.get(fold(parts[0]?.[2] ?? ''));
      const target = refAt === undefined ? undefined : tables[refAt];
      const key = target && foreignKey(table, parts, target);
      if (key) catalog.key(at, key.columns, refAt, key.refColumns);
    }
  });
}

/** Whether a name may hold bytes that are no UTF-8. */
const isSuspect = (name: string): boolean => name.includes(replacement);

/** Names and statements of tables as they stand in the file; none of a file in UTF-16, of which SQLite makes UTF-8 itself. */
function asBytes(database: DatabaseSync): TableBytes[] {
  const [[encoding] = ['']] = rows<[string]>(database, encodingQuery);
  return encoding === 'UTF-8' ? rows<TableBytes>(database, tablesAsBytesQuery) : [];
}

function refuse(failure: CatalogError | undefined): void {
  if (failure) throw failure;
}

const noTypes: ReadonlyMap<string, string> = new Map();

/** The types that are in quotes, by the names of their columns. */
function quotedTypes({ sql }: NamedTable): ReadonlyMap<string, string> {
  if (sql === undefined) return noTypes;
  const inQuotes = columnDefinitions(sql).filter(({ type: [first = ''] }) => isQuoted(first));
  return new Map(inQuotes.map(({ name, type }) => [name, typeOf(type)]));
}

/** The one column that names the rowid is never NULL, though SQLite does not call it so. */
function rowidOf(database: DatabaseSync, table: NamedTable, key: readonly ColumnRow[]): ColumnRow | undefined {
  const [column] = key;
  if (key.length !== 1 || column?.[2].toUpperCase() !== 'INTEGER') return undefined;
  if (table.odd && rows<IndexRow>(database, indexesOf(table.name)).some((index) => index[3] === 'pk')) return undefined;
  return column;
}

function typeFacts(type: string): TypeFacts {
  const { base, length } = parseDeclaredType(type);
  return { type, base_type: base, length, ...sqliteWireType(type) };
}

/** The parts of each key, in the order of declaration. */
function foreignKeys(database: DatabaseSync, table: Table): ForeignKeyRow[][] {
  const parts = rows<ForeignKeyRow>(database, foreignKeysOf(table.name));
  const keys = [...new Set(parts.map(([key]) => key))].reverse();
  return keys.map((key) => parts.filter((part) => part[0] === key));
}

/** SQLite lets a key name a table that does not exist, in any case, and leave the columns out: then the primary key is meant. */
function foreignKey(table: Table, parts: readonly ForeignKeyRow[], target: Table) {
  const columns = parts.map((part) => spelled(table, part[3]));
  const refColumns = parts.map((part, at) => spelled(target, part[4] ?? target.primary[at]));
  return columns.every(isName) && refColumns.every(isName) ? { columns, refColumns } : undefined;
}

function spelled(table: Table, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  return table.columns.find((column) => fold(column) === fold(name));
}

function isName(name: string | undefined): name is string {
  return name !== undefined;
}

/** SQLite compares names by their ASCII letters alone. */
function fold(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function rows<Row>(database: DatabaseSync, sql: string): Row[] {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  return statement.all() as unknown as Row[];
}
