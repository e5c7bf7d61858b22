/** The tables of a pair that are in no mapping. */

import type { UnmappedTableReason } from '@roma-fdi/types';
import { type RawBuilder, sql } from '#kysely';
import { type LeftTable, readUnmapped } from '../proposals.ts';
import type { Proposals, Side, TablePair, UnmappedTable } from '../records.ts';
import { insertRows } from './insert-rows.ts';
import type { Database } from './tables.ts';

/** A page of the unmapped tables of one side. */
export interface UnmappedPage {
  readonly tables: readonly UnmappedTable[];
  /** On all pages. */
  readonly total: number;
}

export type UnmappedPages = { readonly [S in Side]: UnmappedPage };

/** Keeps what this run left unmapped: in place of all that was kept, or, where some tables were chosen, of what was kept of these. */
export async function keepUnmapped(db: Database, pairKey: number, { unmapped, whole }: Proposals): Promise<void> {
  if (whole) await db.deleteFrom('unmapped_tables').where('pair_key', '=', pairKey).execute();
  await insertRows(db, rowsOf(pairKey, unmapped), (rows) =>
    db
      .insertInto('unmapped_tables')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['pair_key', 'side', 'schema_name', 'table_name']).doUpdateSet((row) => ({
          reason: row.ref('excluded.reason'),
          nearest_schema: row.ref('excluded.nearest_schema'),
          nearest_table: row.ref('excluded.nearest_table'),
          nearest_score: row.ref('excluded.nearest_score'),
        })),
      ),
  );
}

/** Tables that are not to be mapped to each other, or are not any more: each is unmapped for that where it is in no other mapping. */
export async function keepRefused(db: Database, pairKey: number, pairs: readonly TablePair[]): Promise<void> {
  if (pairs.length === 0) return;
  const facts = { reason: 'refused' satisfies UnmappedTableReason, nearest: null };
  const left = pairs.flatMap((pair): LeftTable[] => [
    { side: 'source', schema: pair.sourceSchema, table: pair.sourceTable, ...facts },
    { side: 'target', schema: pair.targetSchema, table: pair.targetTable, ...facts },
  ]);
  await keepUnmapped(db, pairKey, { batches: [], unmapped: [JSON.stringify(left)], whole: false });
}

function* rowsOf(pairKey: number, batches: readonly string[]) {
  for (const batch of batches) {
    for (const { side, schema, table, reason, nearest } of readUnmapped(batch)) {
      yield {
        pair_key: pairKey,
        side,
        schema_name: schema,
        table_name: table,
        reason,
        nearest_schema: nearest?.schema ?? null,
        nearest_table: nearest?.table ?? null,
        nearest_score: nearest?.score ?? null,
      };
    }
  }
}

/** Sorted by schema and table; what is mapped by now is passed over. */
export async function unmappedPages(
  db: Database,
  pairKey: number,
  page: { readonly limit: number; readonly offset: number },
): Promise<UnmappedPages> {
  return {
    source: await unmappedPage(db, pairKey, 'source', page),
    target: await unmappedPage(db, pairKey, 'target', page),
  };
}

async function unmappedPage(
  db: Database,
  pairKey: number,
  side: Side,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<UnmappedPage> {
  const left = db
    .selectFrom('unmapped_tables')
    .where('pair_key', '=', pairKey)
    .where('side', '=', side)
    .where(isMapped(pairKey, side), '=', sql.lit(0));
  const rows = await left
    .select(['schema_name', 'table_name', 'reason', 'nearest_schema', 'nearest_table', 'nearest_score'])
    .orderBy('schema_name')
    .orderBy('table_name')
    .limit(limit)
    .offset(offset)
    .execute();
  const { total } = await left.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return {
    total,
    tables: rows.map((row) => ({
      schema: row.schema_name,
      table: row.table_name,
      reason: row.reason,
      nearest:
        row.nearest_schema === null || row.nearest_table === null || row.nearest_score === null
          ? null
          : { schema: row.nearest_schema, table: row.nearest_table, score: row.nearest_score },
    })),
  };
}

/** The mapped tables are collected once for all rows: no index has those of the target. */
function isMapped(pairKey: number, side: Side): RawBuilder<number> {
  const [schema, table] = [sql.ref(`${side}_schema`), sql.ref(`${side}_table`)];
  return sql`(schema_name, table_name) in (select ${schema}, ${table} from mappings where pair_key = ${pairKey})`;
}
