/** Reads the catalog of an SQLite database file; runs in the child. */
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CatalogError, quoted } from '../catalog-error.ts';
import type { Found, Request } from '../database.ts';
import { connected } from './connection.ts';
import { failureOf } from './failure.ts';
import { openingOf } from './files/opening.ts';
import { lookAtSqliteFile } from './files/state.ts';
import { listTables, readTables } from './tables.ts';

export { failureOf };

/** Readings of a file that changed under each of them before it is given up. */
const attempts = 20;
/** Milliseconds between two of them. */
const pauseTime = 25;

/**
 * The tables of one file. Nothing is written, neither to the file nor beside it, whatever its journal mode, and what stands in
 * an unfinished write-ahead log is seen. A writer's lock is waited for until the parent ends this process.
 */
export async function read({ place, maxTables, maxCopyBytes, scratch }: Request, { catalog }: Found): Promise<void> {
  if (!('path' in place)) throw new TypeError('An SQLite database is a file.');
  const { path } = place;
  const name = quoted(basename(path));
  let failure: CatalogError | undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (attempt > 0) {
      await pause(pauseTime);
      catalog.restart();
    }
    const before = await lookAtSqliteFile(path);
    try {
      const opening = await openingOf(path, before, { scratch, maxCopyBytes });
      await connected(opening, path, (database) =>
        readTables(database, listTables(database, maxTables, name), catalog, name),
      );
      if (!opening.optimistic || (await lookAtSqliteFile(path)).mark === before.mark) return;
      failure = undefined;
    } catch (error) {
      failure = failureOf(error, name);
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
