/** Knows the server's own database, so that nobody has it read as a data source: that would take its locks away. */
import { stat } from 'node:fs/promises';
import { backupOf, copiesOf } from '../store/sqlite/copies.ts';

/** Whether a path leads to one of the server's own files, by whatever name. */
export type IsOwnFile = (path: string) => Promise<boolean>;

/** @param data the server's database file, or `:memory:` */
export function createOwnFiles(data: string): IsOwnFile {
  const own = () =>
    data === ':memory:'
      ? []
      : [data, `${data}-wal`, `${data}-wal.lost`, `${data}-shm`, `${data}.lock`, backupOf(data), ...copiesOf(data)];
  return async (path) => {
    const asked = await identity(path);
    // Looked up each time: the files beside the database come and go.
    return asked !== undefined && (await Promise.all(own().map(identity))).includes(asked);
  };
}

/** The same for all links to a file; looking does not open it. */
async function identity(path: string): Promise<string | undefined> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  return found && `${found.dev}:${found.ino}`;
}
