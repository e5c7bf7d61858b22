/** Adds the matcher's proposals to a pair; table pairs that are mapped already stay as they are. */
import type { CompiledQuery } from 'kysely';
import type { EncodedMapping, EncodedSchemas } from './proposals.ts';
import type { Database } from './tables.ts';

/** The status of what the matcher proposed and nobody has touched since. */
const proposedStatus = 'AUTO';

/** Rows of one statement: many enough to save work, few enough for any database's bound on parameters. */
const rowsPerInsert = 50;

/** @returns how many were new */
export async function addMappings(
  db: Database,
  pairKey: number,
  mappings: readonly EncodedMapping[],
  now: number,
): Promise<number> {
  const rows = mappings.map((mapping) => ({
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
  const added = await insertInBatches(db, rows, (batch) =>
    db
      .insertInto('mappings')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['pair_key', 'source_schema', 'source_table', 'target_schema', 'target_table']).doNothing(),
      )
      .compile(),
  );
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
  return insertInBatches(db, rows, (batch) =>
    db
      .insertInto('schema_mappings')
      .values(batch)
      .onConflict((conflict) => conflict.columns(['pair_key', 'source_schema', 'target_schema']).doNothing())
      .compile(),
  );
}

/** The statement for a full batch is compiled once and run again with the next rows: compiling costs more than inserting. */
async function insertInBatches<Row extends Record<string, string | number>>(
  db: Database,
  rows: readonly Row[],
  compile: (batch: readonly Row[]) => CompiledQuery,
): Promise<number> {
  let added = 0n;
  let full: CompiledQuery | undefined;
  for (let start = 0; start < rows.length; start += rowsPerInsert) {
    const batch = rows.slice(start, start + rowsPerInsert);
    let query: CompiledQuery;
    if (batch.length === rowsPerInsert && full) query = { ...full, parameters: batch.flatMap(Object.values) };
    else query = compile(batch);
    if (batch.length === rowsPerInsert) full ??= query;
    added += (await db.executeQuery(query)).numAffectedRows ?? 0n;
  }
  return Number(added);
}
