/** Reads the tables of an open SQLite database; synchronous, so it belongs into a worker. */
import type { DatabaseSync } from 'node:sqlite';
import type { CatalogColumn, CatalogForeignKey, CatalogTable } from '../catalog.ts';
import { parseDeclaredType } from '../declared-type.ts';
import { sqliteWireType } from './column-type.ts';

const SCHEMA = 'main';

/** Ordinary tables alone: `type` leaves out views, virtual tables and the shadow tables behind them. */
const TABLES = `pragma_table_list as t where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite\\_%' escape '\\'`;

const joined = (pragma: string) => TABLES.replace('where', `join ${pragma}(t.name, 'main') as p where`);

const COUNT = `select count(*) as count from ${TABLES}`;
/** `hidden` 1 is a virtual table's; 2 and 3 are generated columns, which are columns to a reader. */
const COLUMNS = `select t.name, t.wr, p.name, p.type, p."notnull", p.pk from ${joined('pragma_table_xinfo')} and p.hidden <> 1`;
/** SQLite numbers a table's foreign keys from the last declared to the first. */
const FOREIGN_KEYS = `select t.name, p.id, p."table", p."from", p."to" from ${joined('pragma_foreign_key_list')} order by t.name, p.id desc, p.seq`;

type ColumnRow = [table: string, withoutRowid: number, name: string, type: string, notNull: number, pk: number];
type ForeignKeyRow = [table: string, id: number, refTable: string, column: string, refColumn: string | null];

/** How many tables there are to read. */
export function countSqliteTables(database: DatabaseSync): number {
  return Number(database.prepare(COUNT).get()?.['count']);
}

/** All tables, sorted by name. */
export function readSqliteTables(database: DatabaseSync): CatalogTable[] {
  const columns = groupedBy(rows<ColumnRow>(database, COLUMNS), ([table]) => table);
  const types = new Map<string, TypeFacts>();
  const factsOf = (type: string) => types.get(type) ?? kept(types, type, typeFacts(type));
  const shapes = [...columns].map(([name, of]) => shape(name, of, factsOf)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const byFoldedName = new Map(shapes.map((table) => [fold(table.name), table]));
  const keys = groupedBy(rows<ForeignKeyRow>(database, FOREIGN_KEYS), ([table]) => table);
  return shapes.map((table) => ({
    ...table,
    foreign_keys: [...groupedBy(keys.get(table.name) ?? [], ([, id]) => id).values()].flatMap(
      (parts) => foreignKey(table, parts, byFoldedName) ?? [],
    ),
  }));
}

type Shape = Omit<CatalogTable, 'foreign_keys'>;

function shape(name: string, rows: readonly ColumnRow[], factsOf: (type: string) => TypeFacts): Shape {
  const key = rows.filter((row) => row[5] > 0).sort((a, b) => a[5] - b[5]);
  // The one column that names the rowid is never NULL, though SQLite does not call it so.
  const rowid = key.length === 1 && key[0]?.[1] === 0 && key[0][3].toUpperCase() === 'INTEGER' ? key[0] : undefined;
  return {
    schema: SCHEMA,
    name,
    columns: rows.map((row) => ({ name: row[2], nullable: row[4] === 0 && row !== rowid, ...factsOf(row[3]) })),
    primary_key: key.map((row) => row[2]),
  };
}

type TypeFacts = Omit<CatalogColumn, 'name' | 'nullable'>;

function typeFacts(type: string): TypeFacts {
  const { base, length } = parseDeclaredType(type);
  return { type, base_type: base, length, ...sqliteWireType(type) };
}

/** SQLite lets a key name a table that does not exist, in any case, and leave the columns out: then the primary key is meant. */
function foreignKey(
  table: Shape,
  parts: readonly ForeignKeyRow[],
  tables: ReadonlyMap<string, Shape>,
): CatalogForeignKey | undefined {
  const target = tables.get(fold(parts[0]?.[2] ?? ''));
  if (!target) return undefined;
  const columns = parts.map((part) => spelled(table, part[3]));
  const refColumns = parts.map((part, at) => spelled(target, part[4] ?? target.primary_key[at]));
  if (!columns.every(isName) || !refColumns.every(isName)) return undefined;
  return { columns, ref_schema: SCHEMA, ref_table: target.name, ref_columns: refColumns };
}

function spelled(table: Shape, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  return table.columns.find((column) => fold(column.name) === fold(name))?.name;
}

function isName(name: string | undefined): name is string {
  return name !== undefined;
}

/** SQLite compares names by their ASCII letters alone. */
function fold(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** In the order of first appearance, which for columns and keys is the order of the table. */
function groupedBy<Key, Row>(rows: readonly Row[], key: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const of = key(row);
    (groups.get(of) ?? kept(groups, of, [])).push(row);
  }
  return groups;
}

function kept<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): Value {
  map.set(key, value);
  return value;
}

function rows<Row>(database: DatabaseSync, sql: string): Row[] {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  return statement.all() as unknown as Row[];
}
