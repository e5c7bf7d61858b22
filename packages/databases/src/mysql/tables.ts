/** Asks an open session for everything that a catalog holds. */
import { TooManyError } from '../catalog-error.ts';
import type { CatalogWriter, PackedColumn } from '../process/packed.ts';
import { type Asking, eachGroup, text, texts } from '../rows.ts';
import { mysqlTypeFacts } from './column-type.ts';
import {
  columnsQuery,
  foreignKeysQuery,
  jsonQuery,
  mayHoldJsonQuery,
  partlyReadableQuery,
  primaryKeysQuery,
  tablesQuery,
  withColumnsQuery,
} from './queries.ts';

export interface Server {
  /** As the server writes its name, which need not be as the caller did. */
  readonly database: string;
  readonly isMariaDb: boolean;
  /** Whether names of tables differ by case. */
  readonly sameCase: boolean;
}

/** Positions in the sorted catalog by the names of tables. */
type Tables = ReadonlyMap<string, number>;

interface Readable {
  readonly at: number;
  readonly columns: readonly string[];
}

/**
 * Writes all tables that the user may read as a whole, in the order of their names, then their keys.
 * @returns Whether it fits together: false where a table was seen changing. A key that does not fit its table is left out.
 */
export async function readTables(
  session: Asking,
  server: Server,
  maxTables: number,
  catalog: CatalogWriter,
): Promise<boolean> {
  const tables = await listTables(session, maxTables);
  const { readable, bare } = await readColumns(session, server, tables, catalog);
  catalog.endTables();
  const keysFit = await readKeys(session, server, readable, catalog);
  return keysFit && !(await haveColumns(session, bare));
}

/** Tables without columns that are asked about again: without rights on any column, every one of them would be. */
const mostBare = 1000;

/** Whether any of these has columns now, so that it was away for a moment: renamed, or replaced by another. */
async function haveColumns(session: Asking, names: readonly string[]): Promise<boolean> {
  let found = false;
  if (names.length > 0)
    await session.each(withColumnsQuery(names.slice(0, mostBare)), () => {
      found = true;
    });
  return found;
}

async function listTables(session: Asking, maxTables: number): Promise<Tables> {
  const names: string[] = [];
  let count = 0;
  await session.each(tablesQuery, (row) => {
    if (count < maxTables) names.push(text(row, 0));
    count += 1;
  });
  if (count > maxTables) throw new TooManyError('tables', count, maxTables);
  return new Map(names.sort().map((name, at) => [name, at]));
}

/** The columns of a table come one behind the other. A table of which some may not be read is left out, as one that holds none. */
async function readColumns(
  session: Asking,
  server: Server,
  tables: Tables,
  catalog: CatalogWriter,
): Promise<{ readonly readable: ReadonlyMap<string, Readable>; readonly bare: readonly string[] }> {
  const json = await readJsonColumns(session, server);
  const parts = new Set<string>();
  await session.each(partlyReadableQuery, (row) => void parts.add(text(row, 0)));
  const numbers = new Map<string, number>();
  const numberOf = (declared: string, isJson: boolean): number => {
    const key = isJson ? '' : declared;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = catalog.type(mysqlTypeFacts(declared, isJson));
    numbers.set(key, number);
    return number;
  };
  const readable = new Map<string, Readable>();
  const bare = new Set(tables.keys());
  await eachGroup(session, columnsQuery, [0], (rows, first) => {
    const name = text(first, 0);
    const at = tables.get(name);
    bare.delete(name);
    if (at === undefined || parts.has(name) || !rows.every((row) => text(row, 3).includes('r'))) return;
    const columns = rows.map((row): PackedColumn => {
      const [column, declared] = [text(row, 1), text(row, 2)];
      const isJson = declared === 'longtext' && json.has(`${name}\0${column}`);
      return [column, text(row, 3).includes('n'), numberOf(declared, isJson)];
    });
    catalog.table(at, server.database, name, columns);
    readable.set(name, { at, columns: texts(rows, 1) });
  });
  return { readable, bare: [...bare] };
}

async function readJsonColumns(session: Asking, { isMariaDb }: Server): Promise<ReadonlySet<string>> {
  const columns = new Set<string>();
  if (!isMariaDb) return columns;
  let mayHoldJson = false;
  await session.each(mayHoldJsonQuery, () => {
    mayHoldJson = true;
  });
  if (mayHoldJson) await session.each(jsonQuery, (row) => void columns.add(`${text(row, 0)}\0${text(row, 1)}`));
  return columns;
}

/** @returns whether all of them fit the columns of their tables */
async function readKeys(
  session: Asking,
  server: Server,
  tables: ReadonlyMap<string, Readable>,
  catalog: CatalogWriter,
): Promise<boolean> {
  let allFit = true;
  const fits = (table: Readable, names: readonly string[]): boolean => {
    const fitting = names.every((name) => table.columns.includes(name));
    allFit &&= fitting;
    return fitting;
  };
  await eachGroup(session, primaryKeysQuery, [0], (rows, first) => {
    const table = tables.get(text(first, 0));
    const columns = texts(rows, 1);
    if (table && fits(table, columns)) catalog.key(table.at, columns);
  });
  // A server that does not tell names apart by case need not write the one that is referred to as it is written elsewhere.
  const spelling = (name: string): string => (server.sameCase ? name : name.toLowerCase());
  const targets = new Map([...tables].map(([name, table]) => [spelling(name), table]));
  await eachGroup(session, foreignKeysQuery, [0, 1], (rows, first) => {
    const table = tables.get(text(first, 0));
    const target = targets.get(spelling(text(first, 3)));
    const [columns, refColumns] = [texts(rows, 2), texts(rows, 4)];
    if (table && target && fits(table, columns) && fits(target, refColumns))
      catalog.key(table.at, columns, target.at, refColumns);
  });
  return allFit;
}
