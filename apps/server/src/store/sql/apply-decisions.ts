/** Applies what people decided on the mappings of a pair: all of it, or nothing. */
import { type Change, changeOf, changesNothing, type DecisionGroup, type StoredMapping } from '../decided-change.ts';
import { type Decision, type DecisionFault, placeOf, readDecisions } from '../decisions.ts';
import { isRunning } from '../is-running.ts';
import type { TablePair } from '../records.ts';
import type { FindPair, FindPairResult } from './find-pair.ts';
import { type FindMapped, mappedTables } from './mapped-tables.ts';
import { choosePair, pairRows } from './pairs.ts';
import { knownRefusals, refusedTables } from './refusals.ts';
import { padded } from './row-sizes.ts';
import { identityOf } from './table-pair.ts';
import type { Database, Work } from './tables.ts';
import { changeTaskRow, taskRow } from './tasks.ts';
import { writeDecided } from './write-decided.ts';

export interface ApplyDecisions extends FindPair {
  /** As `writeDecisions` gives them. */
  readonly batches: readonly string[];
}

/** How much was changed. */
export interface DecisionCounts {
  readonly accepted: number;
  readonly created: number;
  readonly updated: number;
  readonly deleted: number;
  /** Pairs of tables and of columns that were not refused before. */
  readonly refused: number;
  /** Decisions that changed nothing. */
  readonly unchanged: number;
}

export type ApplyDecisionsResult =
  | { readonly status: 'done'; readonly counts: DecisionCounts }
  | Exclude<FindPairResult, { readonly status: 'found' }>
  /** A decision is about tables that are not mapped to each other: they are to be looked up in the databases. */
  | { readonly status: 'unknown-tables'; readonly decision: Pick<Decision, 'list' | 'at'> }
  | ({ readonly status: 'mismatch' } & DecisionFault);

/** Nothing is written before every decision is known to fit. */
export async function applyDecisions(work: Work, input: ApplyDecisions): Promise<ApplyDecisionsResult> {
  const { db } = work;
  const task = await taskRow(db, { ...input, id: input.taskId });
  if (!task) return { status: 'no-task' };
  const chosen = choosePair(await pairRows(db, task.key), input);
  if (chosen.status !== 'found') return chosen;
  const pairKey = chosen.pair.key;

  const find = await mappedTables(db, pairKey, await refusedTables(db, pairKey));
  const grouped = groupDecisions(readDecisions(input.batches), find);
  if (grouped.status !== 'grouped') return grouped;
  const running = isRunning(task);
  const changed = await changesOf(db, grouped.groups, { known: await knownRefusals(db, pairKey), running });
  if ('fault' in changed) return { status: 'mismatch', ...changed.fault };
  const { changes } = changed;
  const counts = countsOf(changes);
  if (counts.unchanged < grouped.count) {
    await writeDecided(work, { pairKey, running }, changes);
    await changeTaskRow(work, task.key);
  }
  return { status: 'done', counts };
}

type Grouped =
  | { readonly status: 'grouped'; readonly groups: readonly DecisionGroup[]; readonly count: number }
  | Extract<ApplyDecisionsResult, { readonly status: 'unknown-tables' | 'mismatch' }>;

function groupDecisions(decisions: readonly Decision[], find: FindMapped): Grouped {
  const groups = new Map<string, DecisionGroup>();
  for (const decision of decisions) {
    const { source, target, list } = decision;
    const mapped = find(decision);
    if (mapped === 'ambiguous') {
      const why = `[${source.name}] or [${target.name}] is ambiguous; write schema.table.`;
      return { status: 'mismatch', place: placeOf(decision), why };
    }
    if (mapped?.key === undefined && list === 'accepted') {
      const why = `the task has no mapping of [${source.name}] to [${target.name}]; it may have been deleted.`;
      return { status: 'mismatch', place: placeOf(decision), why };
    }
    // Of tables without a mapping nobody here knows the columns.
    const isKnown =
      mapped !== undefined && (mapped.key !== undefined || (list === 'refused' && !decision.columns?.length));
    const tables = isKnown ? mapped : foundTables(decision);
    if (!tables) return { status: 'unknown-tables', decision: { list, at: decision.at } };
    const identity = identityOf(tables);
    const group = groups.get(identity) ?? { tables, key: mapped?.key, accepted: [], fixed: [], refused: [] };
    group[list].push(decision);
    groups.set(identity, group);
  }
  return { status: 'grouped', groups: [...groups.values()], count: decisions.length };
}

function foundTables({ source, target }: Decision): TablePair | undefined {
  if (!source.found || !target.found) return undefined;
  return {
    sourceSchema: source.found.schema,
    sourceTable: source.found.table,
    targetSchema: target.found.schema,
    targetTable: target.found.table,
  };
}

/**
 * Columns of all mappings that one document is about, on both sides: they are in memory at once, and the store is held by them for
 * about a second. Twenty thousand pairs of wide tables would hold it for minutes.
 */
const mostColumns = 1_000_000;

/** How many rows a statement reads. */
const rowsPerRead = 128;

async function changesOf(
  db: Database,
  groups: readonly DecisionGroup[],
  state: Parameters<typeof changeOf>[2],
): Promise<{ readonly changes: readonly Change[] } | { readonly fault: DecisionFault }> {
  const changes: Change[] = [];
  let columns = 0;
  for (let from = 0; from < groups.length; from += rowsPerRead) {
    const some = groups.slice(from, from + rowsPerRead);
    const stored = await storedMappings(
      db,
      some.flatMap(({ key }) => key ?? []),
    );
    for (const group of some) {
      const change = changeOf(group, group.key === undefined ? undefined : stored.get(group.key), state);
      if ('fault' in change) return change;
      columns += change.columns;
      if (columns > mostColumns) return { fault: tooMuch(group) };
      changes.push(change);
    }
  }
  return { changes };
}

function tooMuch({ accepted, fixed, refused }: DecisionGroup): DecisionFault {
  const [first] = [...accepted, ...fixed, ...refused];
  const why = `with this one the mappings of the document have more than ${mostColumns} columns in all; apply it in parts.`;
  return { place: placeOf(first!), why };
}

async function storedMappings(db: Database, keys: readonly number[]): Promise<ReadonlyMap<number, StoredMapping>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('mappings')
    .select([
      'key',
      'status',
      'decided',
      'reasons',
      'source_columns as sourceColumns',
      'target_columns as targetColumns',
      'column_pairs as columnPairs',
    ])
    .where('key', 'in', padded(keys))
    .execute();
  return new Map(rows.map((row) => [row.key, row]));
}

function countsOf(changes: readonly Change[]): DecisionCounts {
  const ofKind = (kind: Change['kind']): number => changes.filter((change) => change.kind === kind).length;
  const sumOf = (each: readonly Change[], count: (change: Change) => number): number =>
    each.reduce((sum, change) => sum + count(change), 0);
  return {
    accepted: ofKind('accepted'),
    created: ofKind('created'),
    updated: ofKind('updated'),
    deleted: ofKind('deleted'),
    refused: sumOf(changes, ({ refusesTables, refusedColumns }) => Number(refusesTables) + refusedColumns.length),
    unchanged: sumOf(
      changes.filter(changesNothing),
      ({ group }) => group.accepted.length + group.fixed.length + group.refused.length,
    ),
  };
}
