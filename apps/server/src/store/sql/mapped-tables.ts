/** The tables that a pair's mappings have, and those that were refused, found by their names. */
import type { Decision, FoundTable } from '../decisions.ts';
import type { TablePair } from '../records.ts';
import { identityOf, tablePairColumns } from './table-pair.ts';
import type { Database } from './tables.ts';

export interface MappedTables extends TablePair {
  /** Of the mapping; undefined where there is none, since it was refused. */
  readonly key: number | undefined;
}

/** The mapping of a decision's two tables: by what they are where the databases have both, else by what they are called. */
export type FindMapped = (decision: Pick<Decision, 'source' | 'target'>) => MappedTables | 'ambiguous' | undefined;

export async function mappedTables(db: Database, pairKey: number, refused: readonly TablePair[]): Promise<FindMapped> {
  const mapped = await db
    .selectFrom('mappings')
    .select(['key', ...tablePairColumns])
    .where('pair_key', '=', pairKey)
    .execute();
  const mappedIdentities = new Set(mapped.map(identityOf));
  const left = refused.filter((tables) => !mappedIdentities.has(identityOf(tables)));
  const rows: readonly MappedTables[] = [...mapped, ...left.map((tables) => ({ ...tables, key: undefined }))];
  const byIdentity = new Map(rows.map((row) => [identityOf(row), row]));
  // A whole name goes before a bare one, as everywhere.
  const byNames = [
    indexBy(rows, (row) => [whole(row.sourceSchema, row.sourceTable), whole(row.targetSchema, row.targetTable)]),
    indexBy(rows, (row) => [whole(row.sourceSchema, row.sourceTable), row.targetTable]),
    indexBy(rows, (row) => [row.sourceTable, whole(row.targetSchema, row.targetTable)]),
    indexBy(rows, (row) => [row.sourceTable, row.targetTable]),
  ];
  return ({ source, target }) => {
    if (source.found && target.found) return byIdentity.get(identityOfFound(source.found, target.found));
    const names = keyOf(source.name, target.name);
    return byNames.find((index) => index.has(names))?.get(names);
  };
}

const identityOfFound = (source: FoundTable, target: FoundTable): string =>
  identityOf({
    sourceSchema: source.schema,
    sourceTable: source.table,
    targetSchema: target.schema,
    targetTable: target.table,
  });

const keyOf = (source: string, target: string): string => JSON.stringify([source, target]);

const whole = (schema: string, table: string): string => `${schema}.${table}`;

function indexBy(
  rows: readonly MappedTables[],
  names: (row: MappedTables) => readonly [source: string, target: string],
): ReadonlyMap<string, MappedTables | 'ambiguous'> {
  const found = new Map<string, MappedTables | 'ambiguous'>();
  for (const row of rows) {
    const key = keyOf(...names(row));
    found.set(key, found.has(key) ? 'ambiguous' : row);
  }
  return found;
}
