/** How a database file is opened so that nothing is written: not to it, and not beside it. */
import { constants, createWriteStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { CatalogError, quoted } from '../../catalog-error.ts';
import type { SqliteFileState } from './state.ts';

export interface Opening {
  /** A `file:` URL; SQLite reads the way of opening from its query. */
  readonly url: string;
  /** True where no lock protects the reading: it counts only if the file's state is the same afterwards. */
  readonly optimistic: boolean;
  /** The file that must be open then, as its state names it; undefined for a copy. */
  readonly identity: string | undefined;
}

/** Where a copy goes, and how large it may be. */
export interface Copying {
  /** The folder that is made for a copy; whoever names it removes it. */
  readonly scratch: string;
  /** Of a file and its log, however large their sizes say they are. */
  readonly maxCopyBytes: number;
}

/**
 * A plain read-only connection to a database with a write-ahead log makes `-wal` and `-shm` and leaves them behind,
 * and fails in a folder that cannot be written. So the state of the file decides:
 *
 * | state | way |
 * |---|---|
 * | rollback journal | read-only, under SQLite's own locks |
 * | log is empty or absent: all content is in the file | immutable |
 * | log and index are there | read-only with a read-only index: SQLite reads the log, and takes read locks where a writer lives |
 * | log without an index | a private copy of file and log: SQLite must make an index, and makes it beside the copy |
 */
export async function openingOf(path: string, state: SqliteFileState, copying: Copying): Promise<Opening> {
  const { identity } = state;
  if (!state.logged) return inPlace(path, identity, {}, false);
  if (state.logBytes === 0n) return inPlace(path, identity, { immutable: '1' }, true);
  if (state.indexed) return inPlace(path, identity, { readonly_shm: '1' }, false);
  return asCopy(path, identity, copying);
}

function inPlace(path: string, identity: string, query: Record<string, string>, optimistic: boolean): Opening {
  return { url: readOnlyUrl(path, query), optimistic, identity };
}

async function asCopy(path: string, identity: string, { scratch, maxCopyBytes }: Copying): Promise<Opening> {
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { mode: 0o700 });
  const copy = join(scratch, 'copy');
  let left = maxCopyBytes;
  for (const suffix of ['', '-wal']) {
    const file = await open(path + suffix, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    // Closes the file at its end, whatever the end is. One byte more than allowed is never read, even from a file that grows.
    const content = file.createReadStream({ end: left });
    const { dev, ino, size } = await file.stat({ bigint: true });
    left -= Number(size);
    if (suffix === '' && `${dev}:${ino}` !== identity) content.destroy(replaced(path));
    else if (left < 0) content.destroy(tooLargeToCopy(path, maxCopyBytes));
    await pipeline(content, createWriteStream(copy + suffix, { mode: 0o600 }));
  }
  return { url: readOnlyUrl(copy, {}), optimistic: true, identity: undefined };
}

/** Another file took the place of the one that was looked at. */
export function replaced(path: string): CatalogError {
  return new CatalogError('unreadable', `${quoted(basename(path))} was replaced while it was opened: try again.`);
}

function tooLargeToCopy(path: string, maxCopyBytes: number): CatalogError {
  return new CatalogError(
    'too-large',
    `${quoted(basename(path))} was left with a log by its last program, and the two are larger than the ${maxCopyBytes} bytes that are copied at most: open and close it once with that program, then try again.`,
  );
}

function readOnlyUrl(path: string, query: Record<string, string>): string {
  const url = pathToFileURL(path);
  url.search = new URLSearchParams({ mode: 'ro', ...query }).toString();
  return url.href;
}
