/**
 * Adds the matcher's proposals to a pair; table pairs that are mapped already stay as they are. The matcher heeds what was refused
 * before it ran, and what was refused meanwhile is left out here.
 */
import type { MultiTaskMappingStatus } from '@roma-fdi/types';
import type { Insertable } from '#kysely';
import { newId, newMappingId } from '../ids.ts';
import { readBatch, withoutColumns } from '../proposals.ts';
import type { TablePair } from '../records.ts';
import { count } from './edit-mappings.ts';
import { insertRows } from './insert-rows.ts';
import { mappingTexts } from './mapping-texts.ts';
import { refusedColumns, refusedTables } from './refusals.ts';
import { identityOf, namesOf } from './table-pair.ts';
import type { Tables, Work } from './tables.ts';

type MappingRow = Insertable<Tables['mappings']>;
type SchemaMappingRow = Insertable<Tables['schema_mappings']>;

export interface AddedMappings {
  /** Whether any of them was new. */
  readonly grown: boolean;
  /** Those that were refused while the matcher ran. */
  readonly refused: readonly TablePair[];
}

export async function addMappings(
  { db, now }: Work,
  pairKey: number,
  batches: readonly string[],
  status: MultiTaskMappingStatus,
): Promise<AddedMappings> {
  const refused = new Set((await refusedTables(db, pairKey)).map(identityOf));
  const columnsRefused = Map.groupBy(await refusedColumns(db, pairKey), ({ tables }) => identityOf(tables));
  /** Every pair of schemas once, in the order in which they first appear. */
  const schemas = new Map<string, SchemaMappingRow>();
  const facts = { pair_key: pairKey, status, updated_time: now };
  const leftOut: TablePair[] = [];

  function* mappingRows(): Iterable<MappingRow> {
    for (const batch of batches) {
      for (const proposed of readBatch(batch)) {
        if (refused.size > 0 && refused.has(identityOf(proposed))) {
          leftOut.push(tablesOf(proposed));
          continue;
        }
        const columns = columnsRefused.size > 0 ? columnsRefused.get(identityOf(proposed)) : undefined;
        const mapping = columns
          ? withoutColumns(
              proposed,
              columns.map((each) => each.columns),
            )
          : proposed;
        const { sourceSchema: source_schema, targetSchema: target_schema } = mapping;
        const key = `${source_schema.length} ${source_schema} ${target_schema}`;
        if (!schemas.has(key)) schemas.set(key, { ...facts, id: newId(), source_schema, target_schema });
        yield {
          ...facts,
          id: newMappingId(),
          ...namesOf(mapping),
          ...mappingTexts(mapping),
          reasons: mapping.reasons,
        };
      }
    }
  }
  const added = await insertRows(db, mappingRows(), (rows) =>
    db
      .insertInto('mappings')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['pair_key', 'source_schema', 'source_table', 'target_schema', 'target_table']).doNothing(),
      ),
  );
  if (added > 0) await count(db, pairKey, added);
  const addedSchemas = await insertRows(db, schemas.values(), (rows) =>
    db
      .insertInto('schema_mappings')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['pair_key', 'source_schema', 'target_schema']).doNothing()),
  );
  return { grown: added + addedSchemas > 0, refused: leftOut };
}

const tablesOf = ({ sourceSchema, sourceTable, targetSchema, targetTable }: TablePair): TablePair => ({
  sourceSchema,
  sourceTable,
  targetSchema,
  targetTable,
});
