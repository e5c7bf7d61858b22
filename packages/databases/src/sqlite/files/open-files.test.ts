import { closeSync, fstatSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isOpen } from './open-files.ts';

test('a file is open from its opening to its closing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roma-fdi-open-'));
  const descriptor = openSync(join(folder, 'file'), 'w');
  const { dev, ino } = fstatSync(descriptor, { bigint: true });
  expect(isOpen(`${dev}:${ino}`)).toBe(true);
  closeSync(descriptor);
  expect(isOpen(`${dev}:${ino}`)).toBe(process.platform !== 'linux');
  rmSync(folder, { recursive: true });
});
