/** Asks an open session for everything that a catalog holds. */
import { TooManyError } from '../catalog-error.ts';
import type { CatalogWriter, PackedColumn } from '../process/packed.ts';
import { type Asking, eachGroup, text, texts } from '../rows.ts';
import { mysqlTypeFacts } from './column-type.ts';
import {
  columnsQuery,
  foreignKeysQuery,
  jsonQuery,
  partlyReadableQuery,
  primaryKeysQuery,
  tablesQuery,
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

/** Writes all tables that the user may read as a whole, in the order of their names, then their keys. */
export async function readTables(
  session: Asking,
  server: Server,
  maxTables: number,
  catalog: CatalogWriter,
): Promise<void> {
  const tables = await listTables(session, maxTables);
  const readable = await readColumns(session, server, tables, catalog);
  catalog.endTables();
  await readKeys(session, server, readable, catalog);
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
async function readColumns(session: Asking, server: Server, tables: Tables, catalog: CatalogWriter): Promise<Tables> {
  const json = await readJsonColumns(session, server);
  const parts = new Set<string>();
  await session.each(partlyReadableQuery, (row) => void parts.add(text(row, 0)));
  const numbers = new Map<string, number>();
  const numberOf = (declared: string, isJson: boolean): number => {
    const key = isJson ? '' : declared;
    const number = numbers.get(key) ?? catalog.type(mysqlTypeFacts(declared, isJson));
    numbers.set(key, number);
    return number;
  };
  const readable = new Map<string, number>();
  await eachGroup(session, columnsQuery, [0], (rows, first) => {
    const name = text(first, 0);
    const at = tables.get(name);
    if (at === undefined || parts.has(name) || !rows.every((row) => text(row, 4).split(',').includes('select'))) return;
    const columns = rows.map((row): PackedColumn => {
      const column = text(row, 1);
      return [column, text(row, 3) === 'YES', numberOf(text(row, 2), json.has(`${name}\0${column}`))];
    });
    catalog.table(at, server.database, name, columns);
    readable.set(name, at);
  });
  return readable;
}

async function readJsonColumns(session: Asking, { isMariaDb }: Server): Promise<ReadonlySet<string>> {
  const columns = new Set<string>();
  if (isMariaDb) await session.each(jsonQuery, (row) => void columns.add(`${text(row, 0)}\0${text(row, 1)}`));
  return columns;
}

async function readKeys(session: Asking, server: Server, tables: Tables, catalog: CatalogWriter): Promise<void> {
  await eachGroup(session, primaryKeysQuery, [0], (rows, first) => {
    const name = text(first, 0);
    const at = tables.get(name);
    if (at !== undefined) catalog.key(at, texts(rows, 1));
  });
  // A server that does not tell names apart by case need not write the one that is referred to as it is written elsewhere.
  const spelling = (name: string): string => (server.sameCase ? name : name.toLowerCase());
  const targets = new Map([...tables].map(([name, at]) => [spelling(name), at]));
  await eachGroup(session, foreignKeysQuery, [0, 1], (rows, first) => {
    const name = text(first, 0);
    const at = tables.get(name);
    const refAt = targets.get(spelling(text(first, 3)));
    if (at !== undefined && refAt !== undefined) catalog.key(at, texts(rows, 2), refAt, texts(rows, 4));
  });
}
