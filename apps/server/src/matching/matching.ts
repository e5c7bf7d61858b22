/** Reads the databases of pairs and has their tables and columns matched; made once, since all that match share its queues. */
import { createJoined } from '../pace/joined.ts';
import { createTurns } from '../pace/turns.ts';
import type { Sources } from '../sources/sources.ts';
import type { PacedStore } from '../store/paced-store.ts';
import type { DataSource, PairIds, PairProposals, Proposals, Scope } from '../store/records.ts';
import { type Decided, readDecided } from './decided.ts';
import { matchCatalogs } from './match-catalogs.ts';
import { MatchingError, type Side } from './matching-error.ts';
import { inRange, type Range } from './ranges.ts';
import { readSide } from './read-side.ts';

/** Reading and matching a pair take one core and the memory of two catalogs. */
const matchedAtOnce = 2;
const matchesWaiting = 16;

export interface Matching {
  /** @throws {MatchingError} where a data source is unknown, or cannot be read in time */
  propose(
    scope: Scope,
    pairs: readonly PairIds[],
    signal: AbortSignal,
    asked?: Asked,
  ): Promise<readonly PairProposals[]>;
}

export interface Asked {
  /** The task whose pairs they are: what was decided on their mappings is heeded. A task that is not there has decided nothing. */
  readonly taskId?: string | undefined;
  readonly rule?: NamingRule | undefined;
}

/** What the caller says about names and ranges. */
export interface NamingRule {
  /** A target table is called prefix, name of the source table, suffix. */
  readonly prefix: string;
  readonly suffix: string;
  readonly sourceRange: Range;
  readonly targetRange: Range;
  /** Of a side, within its range. */
  readonly maxTables: number;
}

export interface MatchingParts {
  readonly store: Pick<PacedStore, 'findDataSource' | 'pairDecisions' | 'decisionsVersion'>;
  readonly sources: Pick<Sources, 'read'>;
}

export function createMatching({ store, sources }: MatchingParts): Matching {
  // Callers that want the same pair while it is read share the next reading, and its matching, which can take seconds.
  const joined = createJoined<Proposals>();
  const turns = createTurns(matchedAtOnce, matchesWaiting, () => {
    const why = 'Too many databases are being mapped at this moment; wait before the next request.';
    return new MatchingError('busy', undefined, why);
  });

  async function find(scope: Scope, side: Side, id: string, signal: AbortSignal): Promise<DataSource> {
    const found = await store.findDataSource({ ...scope, id }, signal);
    if (!found) throw new MatchingError('unknown', side, `There is no data source ${id}.`);
    return found;
  }

  /** The turn comes first: whoever waits for it holds no catalog. */
  function match(
    from: DataSource,
    to: DataSource,
    signal: AbortSignal,
    { rule, decided }: { readonly rule: NamingRule | undefined; readonly decided: () => Promise<Decided> | undefined },
  ): Promise<Proposals> {
    return turns.take(async () => {
      const [source, target] = await Promise.all([
        readSide(sources, from, 'source', signal),
        readSide(sources, to, 'target', signal),
      ]);
      const heeded = await decided();
      if (!rule) return { ...(await matchCatalogs(source, target, signal, heeded)), whole: true };
      const some = inRange(source, rule.sourceRange, 'source', rule.maxTables);
      const others = inRange(target, rule.targetRange, 'target', rule.maxTables);
      const names = { tablePrefix: rule.prefix, tableSuffix: rule.suffix, ...heeded };
      const whole = some.tables.length === source.tables.length && others.tables.length === target.tables.length;
      return { ...(await matchCatalogs(some, others, signal, names)), whole };
    }, signal);
  }

  async function proposePair(
    scope: Scope,
    { source, target }: PairIds,
    signal: AbortSignal,
    { taskId, rule }: Asked,
  ): Promise<PairProposals> {
    const [from, to] = await Promise.all([
      find(scope, 'source', source, signal),
      find(scope, 'target', target, signal),
    ]);
    const task = taskId === undefined ? undefined : { ...scope, taskId, pair: { source, target } };
    // Tasks that have decided nothing share what is found; what was decided since another call has begun is not known there.
    const version = task && (await store.decisionsVersion(task, signal));
    const deciding = version === undefined ? undefined : task;
    const work = (shared: AbortSignal) =>
      match(from, to, shared, { rule, decided: () => deciding && readDecided(store, deciding, shared) });
    try {
      const key = JSON.stringify([source, target, rule, deciding, version]);
      return { source, target, ...(await joined.run(key, work, signal)) };
    } catch (cause) {
      if (cause instanceof MatchingError || !signal.aborted) throw cause;
      const why = `The data sources [${from.name}] and [${to.name}] were not read within the time allowed.`;
      throw new MatchingError('unreadable', undefined, why, { cause });
    }
  }

  return {
    async propose(scope, pairs, signal, asked = {}) {
      const proposals: PairProposals[] = [];
      // Few at a time: a task with many pairs would take all turns, and more than there are.
      for (let start = 0; start < pairs.length; start += matchedAtOnce) {
        const few = pairs.slice(start, start + matchedAtOnce);
        proposals.push(...(await Promise.all(few.map((pair) => proposePair(scope, pair, signal, asked)))));
      }
      return proposals;
    },
  };
}
