/** Initialises a task: makes the task, the pair and the mappings that are not there yet, and reads what there is then. */
import { addMappings, addSchemaMappings } from './add-mappings.ts';
import { firstMappings, firstSchemaMappings, type StoredMapping } from './mappings.ts';
import { addPair, type PairRow, pairRows, pairRowsOf, toPair } from './pairs.ts';
import type { EncodedProposals } from './proposals.ts';
import type { Scope } from './records.ts';
import type { InitTaskResult, PairIds, PairMappings } from './store.ts';
import type { Database } from './tables.ts';
import { addTask, taskRow, toTask } from './tasks.ts';

/** `InitTask` made ready for the store's thread. */
export interface EncodedInitTask extends Scope {
  readonly taskId: string;
  readonly serverId: string | null;
  readonly pair: PairIds | undefined;
  readonly proposals: readonly EncodedProposals[];
  readonly now: number;
}

/** How many mappings of each kind an answer begins with. */
const beginning = 10;

/** Writes nothing before it knows that both data sources are there, and nothing at all where nothing is new. */
export async function initTask(db: Database, input: EncodedInitTask): Promise<InitTaskResult<StoredMapping>> {
  const { taskId: id, now } = input;
  const serverId = input.serverId || null;
  const before = await taskRow(db, { ...input, id });
  const known = before ? await answeredPairs(db, before.key, input) : [];
  const missing = known.length === 0 ? input.pair : undefined;
  const ends = missing && (await findEnds(db, input, missing));
  if (ends?.status !== undefined) return ends;

  const task = before ?? (await addTask(db, { ...input, id, serverId }));
  if (ends) await addPair(db, { taskKey: task.key, ...ends });
  const pairsBefore = ends ? await answeredPairs(db, task.key, input) : known;
  const grown = await addProposals(db, pairsBefore, input);
  const changed = ends !== undefined || grown || (serverId !== null && serverId !== task.serverId);
  const after = changed ? { ...task, serverId: serverId ?? task.serverId, modified: now } : task;
  if (changed) {
    const set = { server_id: after.serverId, modified: now };
    await db.updateTable('tasks').set(set).where('key', '=', task.key).execute();
  }
  const pairs = grown ? await answeredPairs(db, task.key, input) : pairsBefore;
  return { status: 'done', created: !before, task: toTask(after), pairs: await readPairs(db, pairs) };
}

/** The pair that the call names, else all pairs of the task. */
function answeredPairs(db: Database, taskKey: number, { pair }: EncodedInitTask): Promise<PairRow[]> {
  return pair ? pairRowsOf(db, taskKey, pair) : pairRows(db, taskKey);
}

/** The keys of both data sources, or which of them is not there; the source is told first. */
async function findEnds(db: Database, { project, instance }: Scope, pair: PairIds) {
  const rows = await db
    .selectFrom('data_sources')
    .select(['key', 'id'])
    .where('project_id', '=', project)
    .where('instance_id', '=', instance)
    .where('id', 'in', [pair.source, pair.target])
    .execute();
  const keyOf = (id: string) => rows.find((row) => row.id === id)?.key;
  const sourceKey = keyOf(pair.source);
  if (sourceKey === undefined) return { status: 'unknown-source' } as const;
  const targetKey = keyOf(pair.target);
  if (targetKey === undefined) return { status: 'unknown-target' } as const;
  return { sourceKey, targetKey };
}

/** Whether any of them was new. */
async function addProposals(
  db: Database,
  pairs: readonly PairRow[],
  { proposals, now }: EncodedInitTask,
): Promise<boolean> {
  let added = 0;
  for (const { source, target, slices, schemas } of proposals) {
    const pair = pairs.find((one) => one.source.id === source && one.target.id === target);
    if (!pair) continue;
    added += await addMappings(db, pair.key, slices, now);
    added += await addSchemaMappings(db, pair.key, schemas, now);
  }
  return added > 0;
}

async function readPairs(db: Database, pairs: readonly PairRow[]): Promise<PairMappings<StoredMapping>[]> {
  const read: PairMappings<StoredMapping>[] = [];
  for (const pair of pairs) {
    const mappings = await firstMappings(db, pair.key, beginning);
    const schemaMappings = await firstSchemaMappings(db, pair.key, beginning);
    read.push({ ...toPair(pair), mappings, schemaMappings, mappingCount: pair.mappingCount });
  }
  return read;
}
