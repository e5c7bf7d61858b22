/** `applyMultiTaskDecisions`: what people decided on the mappings of a pair, all of it or nothing. */
import { Failure } from '@roma-fdi/contract';
import type { Catalog } from '@roma-fdi/databases';
import { bothSides } from '../../matching/both-sides.ts';
import { MatchingError, type Side } from '../../matching/matching-error.ts';
import { readSide } from '../../matching/read-side.ts';
import { writeDecisions } from '../../store/decisions.ts';
import type { PairIds, Scope } from '../../store/records.ts';
import type { CallResult } from '../../store/store.ts';
import { scopeOf } from '../../wire/scope.ts';
import { matchingFailure } from '../composite-tasks/matching-failure.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';
import { type Catalogs, decisionsOf, unknownTables } from './decisions-of.ts';
import { mismatch } from './mapping-failure.ts';
import { severalPairs } from './several-pairs.ts';

type Refused = Exclude<CallResult<'applyDecisions'>, { readonly status: 'done' | 'unknown-tables' }>;

export const applyMultiTaskDecisions =
  (parts: Parts): Handler<'applyMultiTaskDecisions'> =>
  async ({ path, body }, { signal }) => {
    const { store } = parts;
    const scope = scopeOf(path);
    const taskId = path.task_id;
    const source = body.source_datasource_id || undefined;
    const target = body.target_datasource_id || undefined;
    const found = await store.findPair({ ...scope, taskId, source, target }, signal);
    if (found.status !== 'found') throw failureOf(found);
    const pair = { source: found.pair.source.id, target: found.pair.target.id };

    const apply = async (catalogs: Catalogs | undefined) => {
      const batches = await writeDecisions(decisionsOf(body, catalogs), signal);
      return store.applyDecisions({ ...scope, taskId, ...pair, batches }, signal);
    };
    // Made by hand is held to the databases; the others are about mappings that the task has, most of the time.
    const needsDatabases = (body.fixed ?? []).length > 0;
    let catalogs = needsDatabases ? await readBoth(parts, scope, pair, signal) : undefined;
    let result = await apply(catalogs instanceof MatchingError ? undefined : catalogs);
    if (result.status === 'unknown-tables' && !catalogs) {
      catalogs = await readBoth(parts, scope, pair, signal);
      if (!(catalogs instanceof MatchingError)) result = await apply(catalogs);
    }
    if (result.status === 'unknown-tables') {
      if (catalogs instanceof MatchingError) throw matchingFailure(catalogs);
      throw unknownTables(body, result.decision, catalogs!);
    }
    if (result.status !== 'done') throw failureOf(result);
    const { accepted, created, updated, deleted, refused, unchanged } = result.counts;
    return {
      status: 200,
      body: {
        accepted_count: accepted,
        created_count: created,
        updated_count: updated,
        deleted_count: deleted,
        refused_count: refused,
        unchanged_count: unchanged,
      },
    };
  };

/** @returns why they cannot be read, where it may turn out that nobody needs them */
async function readBoth(
  { store, sources }: Parts,
  scope: Scope,
  pair: PairIds,
  signal: AbortSignal,
): Promise<Catalogs | MatchingError> {
  const read = async (side: Side): Promise<Catalog> => {
    const dataSource = await store.findDataSource({ ...scope, id: pair[side] }, signal);
    if (!dataSource) throw new MatchingError('unknown', side, `There is no data source ${pair[side]}.`);
    return readSide(sources, dataSource, side, signal);
  };
  try {
    return await bothSides(read);
  } catch (error) {
    if (!(error instanceof MatchingError)) throw error;
    // What takes all the time there is leaves none to find out who needs it.
    if (error.kind !== 'unreadable' || signal.aborted) throw matchingFailure(error);
    return error;
  }
}

function failureOf(result: Refused | Exclude<CallResult<'findPair'>, { readonly status: 'found' }>): Failure {
  switch (result.status) {
    case 'no-task':
      return new Failure('TaskNotFound');
    case 'no-pair':
      return mismatch('source_datasource_id, target_datasource_id', 'the task has no such pair of data sources.');
    case 'several-pairs':
      return severalPairs(result.pairs);
    case 'mismatch':
      return mismatch(result.place, result.why);
  }
}
