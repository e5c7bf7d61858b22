/** What the file system says of a database file and of the log beside it. */
import { type BigIntStats, constants } from 'node:fs';
import { lstat, open, readlink, realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { CatalogError, quoted } from '../../catalog-error.ts';
import { failureOf } from '../failure.ts';

export interface SqliteFileState {
  /** Device and inode of the file that was looked at. */
  readonly identity: string;
  /** Whether the file's content may stand in a write-ahead log. */
  readonly logged: boolean;
  /** Bytes of `-wal`; 0 where there is none. */
  readonly logBytes: bigint;
  /** Whether the log's index, `-shm`, is there: another process has the database open, or died with it. */
  readonly indexed: boolean;
  /** Equal for two looks between which nothing was written. */
  readonly mark: string;
}

const magic = Buffer.from('SQLite format 3\0', 'latin1');
/** Where the header says how the file is read: 1 rollback journal, 2 write-ahead log. */
const readVersionAt = 19;

/**
 * Looks at a database file. Nothing of it may be open in this process: closing a file drops its locks.
 * @throws CatalogError `missing`, `outside` (the path is or goes through a link), `refused` or `not-a-database`.
 */
export async function lookAtSqliteFile(path: string): Promise<SqliteFileState> {
  const name = quoted(basename(path));
  try {
    const main = await lstat(path, { bigint: true });
    if (main.isSymbolicLink() || (await realpath(path)) !== path)
      throw new CatalogError('outside', `The path of ${name} leads through a link.`);
    if (!main.isFile()) throw new CatalogError('not-a-database', `${name} is no file.`);
    const { header, identity } = await opened(path);
    // A database that nothing was written to yet has no byte.
    if (header.length > 0 && !header.subarray(0, magic.length).equals(magic))
      throw new CatalogError('not-a-database', `${name} is not an SQLite database.`);
    await beside(path, '-journal');
    const log = await beside(path, '-wal');
    const index = await beside(path, '-shm');
    const logBytes = log?.size ?? 0n;
    return {
      identity,
      logged: header[readVersionAt] === 2 || logBytes > 0n,
      logBytes,
      indexed: index !== undefined,
      mark: [main.dev, main.ino, main.size, main.mtimeNs, log?.ino, log?.size, log?.mtimeNs].join(),
    };
  } catch (error) {
    throw failureOf(error, name);
  }
}

/** What SQLite would open beside the file; a pipe there would hold it up for ever. */
async function beside(path: string, suffix: string): Promise<BigIntStats | undefined> {
  const found = await lstat(path + suffix, { bigint: true }).catch(() => undefined);
  if (found && !found.isFile())
    throw new CatalogError('unreadable', `What lies beside ${quoted(basename(path))} as its ${suffix} is no file.`);
  return found;
}

/** What lies there is opened without following a link, and without waiting for the other end of a pipe. */
async function opened(path: string): Promise<{ header: Buffer; identity: string }> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    // Linux tells where a file lies that is open, by whatever way it was reached.
    const place = await readlink(`/proc/self/fd/${file.fd}`).catch(() => path);
    // One that was deleted or exchanged since is told by its mark.
    if (place.replace(/ \(deleted\)$/, '') !== path)
      throw new CatalogError('outside', `The path of ${quoted(basename(path))} leads through a link.`);
    const { dev, ino } = await file.stat({ bigint: true });
    const { buffer, bytesRead } = await file.read(Buffer.alloc(readVersionAt + 1), 0, readVersionAt + 1, 0);
    return { header: buffer.subarray(0, bytesRead), identity: `${dev}:${ino}` };
  } finally {
    await file.close();
  }
}
