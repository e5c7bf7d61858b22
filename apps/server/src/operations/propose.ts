/** Reads the databases of pairs and has their tables and columns matched. */
import type { Catalog } from '@roma-fdi/databases';
import { createJoined } from '../sources/joined.ts';
import { SourceError } from '../sources/source-error.ts';
import { createTurns, type Turns } from '../sources/turns.ts';
import type { DataSource, ProposedMapping, Scope } from '../store/records.ts';
import type { PairIds, PairProposals } from '../store/store.ts';
import { Failure, invalidParameter } from './failure.ts';
import { matchCatalogs } from './matching/match-catalogs.ts';
import type { Parts } from './parts.ts';

type Side = 'source' | 'target';

/** Matching takes one core and the memory of two catalogs. */
const matchedAtOnce = 2;
const matchesWaiting = 16;

/** @throws {Failure} where a data source is unknown, or cannot be read in time */
export type Propose = (
  scope: Scope,
  pairs: readonly PairIds[],
  signal: AbortSignal,
) => Promise<readonly PairProposals[]>;

export function createPropose(parts: Parts): Propose {
  // Callers that want the same pair while it is read share the next reading, and its matching, which can take seconds.
  const joined = createJoined<readonly ProposedMapping[]>();
  const turns = createTurns(
    matchedAtOnce,
    matchesWaiting,
    () =>
      new Failure(
        'TooManyRequests',
        'Too many databases are being mapped at this moment; wait before the next request.',
      ),
  );
  async function proposePair(scope: Scope, { source, target }: PairIds, signal: AbortSignal): Promise<PairProposals> {
    const [from, to] = await Promise.all([find(parts, scope, 'source', source), find(parts, scope, 'target', target)]);
    const work = (shared: AbortSignal) => match(parts, turns, from, to, shared);
    try {
      return { source, target, mappings: await joined.run(`${source} > ${target}`, work, signal) };
    } catch (cause) {
      if (cause instanceof Failure || !signal.aborted) throw cause;
      throw connectionFailed(
        `The data sources [${from.name}] and [${to.name}] were not read within the time allowed.`,
        cause,
      );
    }
  }
  return async (scope, pairs, signal) => {
    const proposals: PairProposals[] = [];
    // Few at a time: a task with many pairs would take all turns, and more than there are.
    for (let start = 0; start < pairs.length; start += matchedAtOnce) {
      const few = pairs.slice(start, start + matchedAtOnce);
      proposals.push(...(await Promise.all(few.map((pair) => proposePair(scope, pair, signal)))));
    }
    return proposals;
  };
}

async function match(
  parts: Parts,
  turns: Turns,
  source: DataSource,
  target: DataSource,
  signal: AbortSignal,
): Promise<readonly ProposedMapping[]> {
  const [sourceCatalog, targetCatalog] = await Promise.all([
    read(parts, source, 'source', signal),
    read(parts, target, 'target', signal),
  ]);
  return turns.take(() => matchCatalogs(sourceCatalog, targetCatalog, signal), signal);
}

const connectionFailed = (why: string, cause: unknown): Failure =>
  new Failure('ConnectionFailed', `Failed to test the connectivity. ${why}`, { cause });

async function find({ store }: Parts, scope: Scope, side: Side, id: string): Promise<DataSource> {
  const found = await store.findDataSource({ ...scope, id });
  if (!found) throw unknownDataSource(side);
  return found;
}

export const unknownDataSource = (side: Side): Failure =>
  invalidParameter(
    'UnknownDataSource',
    `${side}_datasource_id`,
    'the project and the instance have no data source with this ID.',
  );

async function read({ sources }: Parts, dataSource: DataSource, side: Side, signal: AbortSignal): Promise<Catalog> {
  try {
    return await sources.read(dataSource, signal);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const which = `The ${side} data source [${dataSource.name}]`;
    switch (error.kind) {
      case 'not-allowed':
        throw new Failure(
          'AddressNotAllowed',
          `The data source IP address is not in the valid network segment. ${which}: ${error.message}`,
          { cause: error },
        );
      case 'too-many-tables':
        throw invalidParameter('TooManyTables', `${side}_datasource_id`, error.message);
      case 'busy':
        throw new Failure('TooManyRequests', error.message, { cause: error });
      case 'unreadable':
        throw connectionFailed(`${which}: ${error.message}`, error);
    }
  }
}
