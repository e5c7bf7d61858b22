/** Makes the place of the store's file, readable by its owner alone. */
import { closeSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreError } from '../store-error.ts';

/**
 * Makes a missing file (mode 0600); what is there is left as it is. A folder is not made: its name may be mistyped.
 * Without an await on purpose: opening and closing a file a second time would release the locks that this process has on it,
 * so nothing else may come between looking and making.
 * @throws {StoreError} `no-access` where there is a folder in place of the file, no folder for it, or the place cannot be written.
 */
export function prepareFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST' && isFile(path)) return;
    const folder = dirname(path);
    const reason = isFolder(path)
      ? 'is a folder: name a file in it.'
      : isFolder(folder)
        ? 'cannot be made: check that its folder may be written.'
        : `cannot be made: there is no folder ${folder}. Make it, or check the path.`;
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
