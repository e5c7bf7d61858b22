/** Folders of test servers, which go with their process at the latest. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface OwnFolder {
  readonly path: string;
  /** With all that is in it; it may be called again. */
  remove(): void;
}

const folders = new Set<string>();

/** A new one below the system's folder for temporary files. */
export function createOwnFolder(): OwnFolder {
  const path = mkdtempSync(join(tmpdir(), 'roma-fdi-test-server-'));
  // A test that ends its process does not close anything. One listener for all: Node warns of many.
  if (folders.size === 0) process.on('exit', removeAll);
  folders.add(path);
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
      folders.delete(path);
      if (folders.size === 0) process.off('exit', removeAll);
    },
  };
}

function removeAll(): void {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
}
