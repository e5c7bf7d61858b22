/** Reads the catalog of an SQLite database file. */
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Catalog } from '../catalog.ts';
import { CatalogError, quoted, tooSlow } from '../catalog-error.ts';
import { within } from '../within.ts';
import { fileError, lookAtSqliteFile } from './file-state.ts';
import { openingOf } from './opening.ts';
import { readInWorker } from './read-in-worker.ts';
import { inTurn } from './turns.ts';

export interface SqliteCatalogOptions {
  /** The real path of the file, as `resolveSqlitePath` gives it; a path through a link is refused. */
  readonly path: string;
  /** Ends the reading; the error is then `too-slow`. The only limit of time there is: a writer's lock is waited for until then. */
  readonly signal: AbortSignal;
  /** A database with more tables is refused. */
  readonly maxTables: number;
}

/** Readings of a file that changed under each of them before it is given up. */
const ATTEMPTS = 20;
/** Milliseconds between two of them. */
const PAUSE = 25;

/**
 * The tables of one file, read in a thread of its own. Nothing is written, neither to the file nor beside it,
 * whatever its journal mode, and what stands in an unfinished write-ahead log is seen.
 * @throws CatalogError and nothing else
 */
export function readSqliteCatalog(options: SqliteCatalogOptions): Promise<Catalog> {
  const { path, signal } = options;
  return within(
    signal,
    quoted(basename(path)),
    inTurn(path, () => readSteadily(options)),
  );
}

async function readSteadily({ path, signal, maxTables }: SqliteCatalogOptions): Promise<Catalog> {
  const name = quoted(basename(path));
  let failure: CatalogError | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await pause(PAUSE);
    if (signal.aborted) throw tooSlow(name, signal.reason);
    const before = await lookAtSqliteFile(path);
    try {
      const { tables, optimistic } = await readOnce(path, before, { maxTables, signal });
      if (!optimistic || (await lookAtSqliteFile(path)).mark === before.mark) return { dialect: 'sqlite', tables };
      failure = undefined;
    } catch (error) {
      failure = fileError(error, name);
      if (failure.kind !== 'unreadable' && failure.kind !== 'not-a-database') throw failure;
      // What looked like damage may have been a file in the middle of a change.
      if ((await lookAtSqliteFile(path)).mark === before.mark) throw failure;
    }
  }
  throw (
    failure ??
    new CatalogError('unreadable', `${name} changed each time it was read: try again when less is written to it.`)
  );
}

async function readOnce(
  path: string,
  state: Awaited<ReturnType<typeof lookAtSqliteFile>>,
  { maxTables, signal }: { maxTables: number; signal: AbortSignal },
) {
  const opening = await openingOf(path, state, signal);
  try {
    const { url, identity } = opening;
    const tables = await readInWorker({ url, identity, maxTables }, path, signal);
    return { tables, optimistic: opening.optimistic };
  } finally {
    await opening.close();
  }
}
