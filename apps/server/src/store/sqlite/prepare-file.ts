/** Makes the place of the store's file, readable by its owner alone. */
import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreError } from '../store-error.ts';

/**
 * Makes missing folders (mode 0700) and a missing file (mode 0600); what is there is left as it is.
 * Without an await on purpose: opening and closing a file a second time would release the locks that this process has on it,
 * so nothing else may come between looking and making.
 * @throws {StoreError} `no-access` where there is a folder in place of the file, or the place cannot be written.
 */
export function prepareFile(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST' && isFile(path)) return;
    const reason = isFolder(path)
      ? 'is a folder: name a file in it.'
      : 'cannot be made: check that the path above it consists of folders and may be written.';
    throw new StoreError('no-access', `The store ${path} ${reason}`, { cause: error });
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
