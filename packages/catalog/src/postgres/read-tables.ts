/** Asks an open session for everything that a catalog holds. */
import type { CatalogColumn, CatalogForeignKey, CatalogTable } from '../catalog.ts';
import { TooManyTablesError } from '../catalog-error.ts';
import { parseDeclaredType } from '../declared-type.ts';
import { type PostgresType, postgresWireType } from './column-type.ts';
import { COLUMNS, FOREIGN_KEYS, PRIMARY_KEYS, TABLES, TYPES } from './queries.ts';
import type { Session, TextRow } from './session.ts';

/** A session whose questions each have a limit of their own. */
export type Asking = Pick<Session, 'each'>;

interface Building {
  readonly schema: string;
  readonly name: string;
  readonly columns: CatalogColumn[];
  readonly primary_key: string[];
  readonly foreign_keys: CatalogForeignKey[];
}

type TypeFacts = Omit<CatalogColumn, 'name' | 'nullable'>;

interface Types {
  readonly factsOf: (oid: string, modifier: string, declared: string) => TypeFacts;
  /** Whether the type itself, a domain, forbids NULL. */
  readonly forbidsNull: (oid: string) => boolean;
}

/** All tables that the user may read, sorted by schema and name. */
export async function readPostgresTables(session: Asking, maxTables: number): Promise<CatalogTable[]> {
  const tables = await readTableNames(session, maxTables);
  const types = await readTypes(session);
  await session.each(COLUMNS, (row) => tables.get(text(row, 0))?.columns.push(column(row, types)));
  await session.each(PRIMARY_KEYS, (row) => tables.get(text(row, 0))?.primary_key.push(text(row, 1)));
  await readForeignKeys(session, tables);
  return [...tables.values()];
}

async function readTableNames(session: Asking, maxTables: number): Promise<Map<string, Building>> {
  const tables = new Map<string, Building>();
  let count = 0;
  await session.each(TABLES, (row) => {
    count += 1;
    if (count > maxTables) return;
    tables.set(text(row, 0), {
      schema: text(row, 1),
      name: text(row, 2),
      columns: [],
      primary_key: [],
      foreign_keys: [],
    });
  });
  if (count > maxTables) throw new TooManyTablesError(count, maxTables);
  return tables;
}

/** Deeper than any domain over a domain that people make, and an end to what a server may make up. */
const DEEPEST = 16;

async function readTypes(session: Asking): Promise<Types> {
  const rows = new Map<string, TextRow>();
  await session.each(TYPES, (row) => rows.set(text(row, 0), row));
  const find = (oid: string, depth = 0): PostgresType | undefined => {
    const row = rows.get(oid);
    if (!row || depth > DEEPEST) return undefined;
    const kind = text(row, 2);
    if (kind !== 'domain' && kind !== 'array') return { name: text(row, 1), kind: kind === 'enum' ? 'enum' : 'plain' };
    return { name: text(row, 1), kind, inner: find(text(row, 3), depth + 1), innerModifier: Number(text(row, 4)) };
  };
  const forbidsNull = (oid: string, depth = 0): boolean => {
    const row = rows.get(oid);
    if (!row || depth > DEEPEST || text(row, 2) !== 'domain') return false;
    return text(row, 5) === 't' || forbidsNull(text(row, 3), depth + 1);
  };
  const known = new Map<string, TypeFacts>();
  const factsOf = (oid: string, modifier: string, declared: string): TypeFacts => {
    const key = `${oid} ${modifier}`;
    const facts = known.get(key) ?? typeFacts(find(oid), Number(modifier), declared);
    known.set(key, facts);
    return facts;
  };
  return { factsOf, forbidsNull: (oid) => forbidsNull(oid) };
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

function column(row: TextRow, types: Types): CatalogColumn {
  const oid = text(row, 2);
  return {
    name: text(row, 1),
    nullable: text(row, 4) !== 't' && !types.forbidsNull(oid),
    ...types.factsOf(oid, text(row, 3), text(row, 5)),
  };
}

/** A key's columns come one by one; a key that leads to a table outside the catalog is left out. */
async function readForeignKeys(session: Asking, tables: ReadonlyMap<string, Building>): Promise<void> {
  let last = '';
  let columns: string[] = [];
  let refColumns: string[] = [];
  await session.each(FOREIGN_KEYS, (row) => {
    const target = tables.get(text(row, 2));
    if (!target) return;
    if (text(row, 1) !== last) {
      last = text(row, 1);
      columns = [];
      refColumns = [];
      tables
        .get(text(row, 0))
        ?.foreign_keys.push({ columns, ref_schema: target.schema, ref_table: target.name, ref_columns: refColumns });
    }
    columns.push(text(row, 3));
    refColumns.push(text(row, 4));
  });
}

/** A server may send anything, also fewer values than it was asked for. */
function text(row: TextRow, at: number): string {
  return row[at] ?? '';
}
