/** Writes what became of mappings by decisions. */
import type { MultiTaskMappingStatus } from '@roma-fdi/types';
import type { Change } from '../decided-change.ts';
import { newId, newMappingId } from '../ids.ts';
import { type DecidedTexts, writeDecidedTexts } from '../proposals.ts';
import { count, dropEmptySchemas } from './edit-mappings.ts';
import { insertRows } from './insert-rows.ts';
import { mappingTexts } from './mapping-texts.ts';
import { prepared } from './prepared.ts';
import { liftColumns, liftTables, refuseColumns, refuseTables } from './refusals.ts';
import { namesOf } from './table-pair.ts';
import type { Database, Work } from './tables.ts';

/** The pair whose mappings they are. */
export interface DecidedPair {
  readonly pairKey: number;
  /** Whether its task runs: then changes wait for its end. */
  readonly running: boolean;
}

export async function writeDecided(work: Work, pair: DecidedPair, changes: readonly Change[]): Promise<void> {
  const of = (...kinds: readonly Change['kind'][]) => changes.filter(({ kind }) => kinds.includes(kind));
  await writeRefusals(work.db, pair.pairKey, changes);
  await updateMappings(work, pair, of('updated', 'accepted'));
  await createMappings(work, pair, of('created'));
  await deleteMappings(work, pair, of('deleted'));
}

async function writeRefusals(db: Database, pairKey: number, changes: readonly Change[]): Promise<void> {
  for (const { group, liftsTables, liftedColumns } of changes) {
    if (liftsTables) await liftTables(db, { pairKey, ...group.tables });
    for (const [source, target] of liftedColumns) await liftColumns(db, { pairKey, ...group.tables, source, target });
  }
  const tables = changes.filter(({ refusesTables }) => refusesTables).map(({ group }) => group.tables);
  await refuseTables(db, pairKey, tables);
  const columns = changes.flatMap(({ group, refusedColumns }) =>
    refusedColumns.map((each) => ({ tables: group.tables, columns: each })),
  );
  await refuseColumns(db, pairKey, columns);
}

async function updateMappings({ db, now }: Work, { running }: DecidedPair, changes: readonly Change[]): Promise<void> {
  for (const change of changes) {
    const { before, after } = change;
    await updateRow(db, { key: before!.key, status: statusAfter(change, running), now, ...writeDecidedTexts(after!) });
  }
}

/** A confirmed mapping of a running task goes on as it is; a changed one waits, as one does that is not deleted after all. */
function statusAfter({ kind, before, isRight }: Change, running: boolean): MultiTaskMappingStatus {
  // Of a row that is in the store.
  const status = before!.status as MultiTaskMappingStatus;
  if (status === 'DELETE' && !isRight) return 'DELETE';
  if (!running) return 'MANUAL';
  if (status === 'ADD') return 'ADD';
  return kind === 'accepted' ? status : 'UPDATE';
}

interface UpdateRow extends DecidedTexts {
  readonly key: number;
  readonly status: string;
  readonly now: number;
}

const updateRow = prepared((db, row: UpdateRow) =>
  db
    .updateTable('mappings')
    .set({
      status: row.status,
      updated_time: row.now,
      ...mappingTexts(row),
      decided: 1,
      reasons: row.reasons,
    })
    .where('key', '=', row.key),
);

async function createMappings(
  { db, now }: Work,
  { pairKey, running }: DecidedPair,
  created: readonly Change[],
): Promise<void> {
  const status: MultiTaskMappingStatus = running ? 'ADD' : 'MANUAL';
  // Schemas wait for nothing.
  const schemaStatus: MultiTaskMappingStatus = 'MANUAL';
  const facts = { pair_key: pairKey, updated_time: now };
  // One by one: together they may be larger than memory.
  function* rows() {
    for (const { group, after } of created) {
      const texts = writeDecidedTexts(after!);
      yield {
        ...facts,
        id: newMappingId(),
        status,
        ...namesOf(group.tables),
        ...mappingTexts(texts),
        decided: 1,
        reasons: texts.reasons,
      };
    }
  }
  await insertRows(db, rows(), (batch) => db.insertInto('mappings').values(batch));
  await count(db, pairKey, created.length);
  const schemas = new Map(
    created.map(({ group: { tables } }) => [
      JSON.stringify([tables.sourceSchema, tables.targetSchema]),
      {
        ...facts,
        id: newId(),
        status: schemaStatus,
        source_schema: tables.sourceSchema,
        target_schema: tables.targetSchema,
      },
    ]),
  );
  await insertRows(db, schemas.values(), (rows) =>
    db
      .insertInto('schema_mappings')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['pair_key', 'source_schema', 'target_schema']).doNothing()),
  );
}

const deleteRow = prepared((db, { key }: { readonly key: number }) => db.deleteFrom('mappings').where('key', '=', key));

const waitForDeletion = prepared((db, row: { readonly key: number; readonly status: string; readonly now: number }) =>
  db.updateTable('mappings').set({ status: row.status, updated_time: row.now }).where('key', '=', row.key),
);

/** While the task runs a mapping that it uses waits for its end. */
async function deleteMappings(
  { db, now }: Work,
  { pairKey, running }: DecidedPair,
  deleted: readonly Change[],
): Promise<void> {
  const status: MultiTaskMappingStatus = 'DELETE';
  let removed = 0;
  for (const { before } of deleted) {
    const waits = running && before!.status !== ('ADD' satisfies MultiTaskMappingStatus);
    if (waits) await waitForDeletion(db, { key: before!.key, status, now });
    else {
      await deleteRow(db, { key: before!.key });
      removed++;
    }
  }
  if (removed === 0) return;
  await count(db, pairKey, -removed);
  await dropEmptySchemas(db, pairKey);
}
