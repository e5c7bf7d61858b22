/** Asks an open session for everything that a catalog holds. */
import { TooManyError } from '../catalog-error.ts';
import { parseDeclaredType } from '../declared-type.ts';
import type { CatalogWriter, PackedColumn, TypeFacts } from '../process/packed.ts';
import { type Asking, eachGroup, type TextRow, text, texts } from '../rows.ts';
import { type PostgresType, postgresWireType } from './column-type.ts';
import { columnsQuery, keysQuery, tablesQuery, typesQuery } from './queries.ts';

interface Types {
  /** The number of a type in the catalog that is written. */
  readonly numberOf: (oid: string, modifier: string, declared: string) => number;
  /** Whether the type itself, a domain, forbids NULL. */
  readonly forbidsNull: (oid: string) => boolean;
}

/** Writes all tables that the user may read, in the order of schema and name, then their keys. */
export async function readTables(session: Asking, maxTables: number, catalog: CatalogWriter): Promise<void> {
  const tables = await listTables(session, maxTables);
  if (tables.size === 0) return;
  const types = await readTypes(session, tables, catalog);
  await readColumns(session, tables, types, catalog);
  catalog.endTables();
  await readKeys(session, tables, catalog);
}

/** Tables by their oid. */
type Tables = ReadonlyMap<string, NamedTable>;

interface NamedTable {
  readonly at: number;
  readonly schema: string;
  readonly name: string;
}

async function listTables(session: Asking, maxTables: number): Promise<Tables> {
  const tables = new Map<string, NamedTable>();
  let count = 0;
  await session.each(tablesQuery, (row) => {
    if (count < maxTables) tables.set(text(row, 0), { at: count, schema: text(row, 1), name: text(row, 2) });
    count += 1;
  });
  if (count > maxTables) throw new TooManyError('tables', count, maxTables);
  return tables;
}

/** The columns of a table come one behind the other; it is written when the next table begins. */
async function readColumns(session: Asking, tables: Tables, types: Types, catalog: CatalogWriter): Promise<void> {
  const bare = new Map(tables);
  await eachGroup(session, columnsQuery(tables.keys()), [0], (rows, first) => {
    const oid = text(first, 0);
    const table = bare.get(oid);
    if (!table || !bare.delete(oid)) return;
    const columns = rows.map((row): PackedColumn => {
      const type = text(row, 2);
      const nullable = text(row, 4) !== 't' && !types.forbidsNull(type);
      return [text(row, 1), nullable, types.numberOf(type, text(row, 3), text(row, 5))];
    });
    catalog.table(table.at, table.schema, table.name, columns);
  });
  for (const { at, schema, name } of bare.values()) catalog.table(at, schema, name, []);
}

/** The columns of a key come one behind the other, too; one that leads to a table outside the catalog is left out. */
async function readKeys(session: Asking, tables: Tables, catalog: CatalogWriter): Promise<void> {
  await eachGroup(session, keysQuery(tables.keys()), [1], (rows, first) => {
    const of = tables.get(text(first, 0));
    const to = tables.get(text(first, 2));
    if (of && text(first, 2) === '0') catalog.key(of.at, texts(rows, 3));
    else if (of && to) catalog.key(of.at, texts(rows, 3), to.at, texts(rows, 4));
  });
}

/** Deeper than any domain over a domain that people make, and an end to what a server may make up. */
const deepest = 16;

async function readTypes(session: Asking, tables: Tables, catalog: CatalogWriter): Promise<Types> {
  const rows = new Map<string, TextRow>();
  await session.each(typesQuery(tables.keys()), (row) => rows.set(text(row, 0), row));
  const find = (oid: string, depth = 0): PostgresType | undefined => {
    const row = rows.get(oid);
    if (!row || depth > deepest) return undefined;
    const kind = text(row, 2);
    if (kind !== 'domain' && kind !== 'array') return { name: text(row, 1), kind: kind === 'enum' ? 'enum' : 'plain' };
    return { name: text(row, 1), kind, inner: find(text(row, 3), depth + 1), innerModifier: Number(text(row, 4)) };
  };
  const forbidsNull = (oid: string, depth = 0): boolean => {
    const row = rows.get(oid);
    if (!row || depth > deepest || text(row, 2) !== 'domain') return false;
    return text(row, 5) === 't' || forbidsNull(text(row, 3), depth + 1);
  };
  const known = new Map<string, number>();
  const numberOf = (oid: string, modifier: string, declared: string): number => {
    const key = `${oid} ${modifier}`;
    const number = known.get(key) ?? catalog.type(typeFacts(find(oid), Number(modifier), declared));
    known.set(key, number);
    return number;
  };
  return { numberOf, forbidsNull: (oid) => forbidsNull(oid) };
}

function typeFacts(found: PostgresType | undefined, modifier: number, declared: string): TypeFacts {
  const { base, length } = parseDeclaredType(declared);
  return {
    type: declared,
    base_type: base,
    length,
    ...postgresWireType(found ?? { name: base, kind: 'plain' }, modifier),
  };
}
