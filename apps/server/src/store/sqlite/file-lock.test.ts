import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBusy } from './failures.ts';
import { isHeld, lockPath, takeLock } from './file-lock.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roma-fdi-lock-'));
  path = join(folder, 'store.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const failure = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail.');
};

describe('the lock beside the store', () => {
  it('is held by one at a time, and leaves nothing behind', () => {
    const lock = takeLock(path);
    expect(isBusy(failure(() => takeLock(path)))).toBe(true);
    expect(isHeld(path)).toBe(true);
    lock.release();
    expect(isHeld(path)).toBe(false);
    expect(existsSync(lockPath(path))).toBe(false);
    takeLock(path).release();
  });

  it('is taken over from a process that did not let go of it', () => {
    writeFileSync(lockPath(path), '');
    takeLock(path).release();
  });

  it('stays empty', () => {
    const lock = takeLock(path);
    expect(readFileSync(lockPath(path))).toHaveLength(0);
    lock.release();
  });
});
