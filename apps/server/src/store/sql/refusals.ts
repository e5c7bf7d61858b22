/** Pairs of tables, and of columns, that are not to be proposed again. */

import { type ColumnTexts, decodeColumns, expandPairs } from '../columns.ts';
import type { Refusals } from '../decided-change.ts';
import type { ColumnNames } from '../decisions.ts';
import type { TablePair } from '../records.ts';
import { insertRows } from './insert-rows.ts';
import { prepared } from './prepared.ts';
import { identityOf, ofTables, type TablesOfPair, tablePairColumns } from './table-pair.ts';
import type { Database } from './tables.ts';
import { keepRefused } from './unmapped-tables.ts';

export interface RefusedColumns {
  readonly tables: TablePair;
  readonly columns: ColumnNames;
}

export async function refusedTables(db: Database, pairKey: number): Promise<TablePair[]> {
  return db.selectFrom('refused_proposals').select(tablePairColumns).where('pair_key', '=', pairKey).execute();
}

export async function refusedColumns(db: Database, pairKey: number): Promise<RefusedColumns[]> {
  const rows = await db
    .selectFrom('refused_columns')
    .select([...tablePairColumns, 'source_column as source', 'target_column as target'])
    .where('pair_key', '=', pairKey)
    .execute();
  return rows.map(({ source, target, ...tables }) => ({ tables, columns: [source, target] }));
}

export async function knownRefusals(db: Database, pairKey: number): Promise<Refusals> {
  const tables = new Set((await refusedTables(db, pairKey)).map(identityOf));
  const keyOf = ({ tables: each, columns }: RefusedColumns): string => `${identityOf(each)} ${JSON.stringify(columns)}`;
  const columns = new Set((await refusedColumns(db, pairKey)).map(keyOf));
  return {
    hasTables: (each) => tables.size > 0 && tables.has(identityOf(each)),
    hasColumns: (each, names) => columns.size > 0 && columns.has(keyOf({ tables: each, columns: names })),
  };
}

/** They are unmapped from now on, where they are in no other mapping. */
export async function refuseTables(db: Database, pairKey: number, refused: readonly TablePair[]): Promise<void> {
  await insertRows(
    db,
    refused.map((tables) => ofTables({ pairKey, ...tables })),
    (rows) =>
      db
        .insertInto('refused_proposals')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing()),
  );
  await keepRefused(db, pairKey, refused);
}

export async function refuseColumns(db: Database, pairKey: number, refused: readonly RefusedColumns[]): Promise<void> {
  await insertRows(
    db,
    refused.map(({ tables, columns: [source_column, target_column] }) => ({
      ...ofTables({ pairKey, ...tables }),
      source_column,
      target_column,
    })),
    (rows) =>
      db
        .insertInto('refused_columns')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing()),
  );
}

export const liftTables = prepared((db, input: TablesOfPair) =>
  db.deleteFrom('refused_proposals').where((row) => row.and(ofTables(input))),
);

export const liftColumns = prepared((db, input: TablesOfPair & { readonly source: string; readonly target: string }) =>
  db
    .deleteFrom('refused_columns')
    .where((row) => row.and(ofTables(input)))
    .where('source_column', '=', input.source)
    .where('target_column', '=', input.target),
);

const columnsOfTables = prepared((db, input: TablesOfPair) =>
  db
    .selectFrom('refused_columns')
    .select(['source_column as source', 'target_column as target'])
    .where((row) => row.and(ofTables(input))),
);

/** What a mapping pairs is refused no more. */
export async function liftMapped(db: Database, pairKey: number, mapping: TablePair & ColumnTexts): Promise<void> {
  const { sourceSchema, sourceTable, targetSchema, targetTable } = mapping;
  const tables = { pairKey, sourceSchema, sourceTable, targetSchema, targetTable };
  await liftTables(db, tables);
  const refused = await columnsOfTables(db, tables);
  if (refused.length === 0) return;
  const names = expandPairs(decodeColumns(mapping)).map(([[source], [target]]) => JSON.stringify([source, target]));
  const mapped = new Set(names);
  for (const { source, target } of refused) {
    if (mapped.has(JSON.stringify([source, target]))) await liftColumns(db, { ...tables, source, target });
  }
}
