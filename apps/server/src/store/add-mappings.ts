/** Adds the matcher's proposals to a pair; table pairs that are mapped already stay as they are. */
import type { MultiTaskMappingStatus } from '@roma-fdi/types';
import type { Compilable, CompiledQuery, Insertable } from 'kysely';
import { decodeSlice, type EncodedSchemas } from './proposals.ts';
import type { Database, Tables } from './tables.ts';

/** The status of what the matcher proposed and nobody has touched since. */
const proposedStatus: MultiTaskMappingStatus = 'AUTO';

/** @returns how many were new */
export async function addMappings(
  db: Database,
  pairKey: number,
  slices: readonly string[],
  now: number,
): Promise<number> {
  const insert = inserting((rows: readonly Insertable<Tables['mappings']>[]) =>
    db
      .insertInto('mappings')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['pair_key', 'source_schema', 'source_table', 'target_schema', 'target_table']).doNothing(),
      ),
  );
  let added = 0;
  for (const slice of slices) {
    const rows = decodeSlice(slice).map((mapping) => ({
      id: mapping.id,
      pair_key: pairKey,
      source_schema: mapping.sourceSchema,
      source_table: mapping.sourceTable,
      target_schema: mapping.targetSchema,
      target_table: mapping.targetTable,
      percent: mapping.percent,
      status: proposedStatus,
      updated_time: now,
      source_columns: mapping.sourceColumns,
      target_columns: mapping.targetColumns,
      column_pairs: mapping.columnPairs,
    }));
    added += await insert(db, rows);
  }
  if (added > 0) {
    await db
      .updateTable('pairs')
      .set((column) => ({ mapping_count: column('mapping_count', '+', added) }))
      .where('key', '=', pairKey)
      .execute();
  }
  return added;
}

/** @returns how many were new */
export async function addSchemaMappings(
  db: Database,
  pairKey: number,
  schemas: readonly EncodedSchemas[],
  now: number,
): Promise<number> {
  const rows = schemas.map(({ id, sourceSchema, targetSchema }) => ({
    id,
    pair_key: pairKey,
    source_schema: sourceSchema,
    target_schema: targetSchema,
    status: proposedStatus,
    updated_time: now,
  }));
  const insert = inserting((batch: readonly Insertable<Tables['schema_mappings']>[]) =>
    db
      .insertInto('schema_mappings')
      .values(batch)
      .onConflict((conflict) => conflict.columns(['pair_key', 'source_schema', 'target_schema']).doNothing()),
  );
  return insert(db, rows);
}

/** How many rows a statement takes: enough to save work, few enough for any database's bound on parameters. */
const rowsPerInsert = 50;

/** Inserts rows of one shape, and counts the new ones; a full batch is compiled once, since that costs more than inserting it. */
function inserting<Row extends object>(build: (batch: readonly Row[]) => Compilable) {
  let full: CompiledQuery | undefined;
  return async (db: Database, rows: readonly Row[]): Promise<number> => {
    let added = 0n;
    for (let start = 0; start < rows.length; start += rowsPerInsert) {
      const batch = rows.slice(start, start + rowsPerInsert);
      let query: CompiledQuery;
      if (batch.length < rowsPerInsert) query = build(batch).compile();
      else {
        full ??= build(batch).compile();
        query = { ...full, parameters: batch.flatMap((row): unknown[] => Object.values(row)) };
      }
      added += (await db.executeQuery(query)).numAffectedRows ?? 0n;
    }
    return Number(added);
  };
}
