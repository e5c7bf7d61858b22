import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createOwnFolder } from './own-folder.ts';

test('many folders have one listener for the end of the process, and it goes with the last of them', () => {
  const before = process.listenerCount('exit');
  const folders = Array.from({ length: 12 }, createOwnFolder);
  expect(process.listenerCount('exit')).toBe(before + 1);
  for (const { path, remove } of folders) {
    writeFileSync(join(path, 'source.db'), '');
    remove();
    remove();
    expect(existsSync(path)).toBe(false);
  }
  expect(process.listenerCount('exit')).toBe(before);
});
