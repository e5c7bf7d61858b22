import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keyFromFile } from './key-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roma-fdi-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('makes a key once, readable by its owner alone, and leaves no draft', () => {
  const path = join(folder, 'store.key');
  const key = keyFromFile(path);
  expect(key).toHaveLength(32);
  expect(keyFromFile(path)).toEqual(key);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['store.key']);
  expect(keyFromFile(join(folder, 'other.key'))).not.toEqual(key);
});

it('takes a key that the operator wrote, with or without a line end', () => {
  const hex = 'AB'.repeat(32);
  for (const text of [hex, `${hex}\n`, `${hex}\r\n`]) {
    writeFileSync(join(folder, 'k'), text);
    expect(keyFromFile(join(folder, 'k'))).toEqual(Buffer.alloc(32, 0xab));
  }
});

it.each(['', 'AB'.repeat(31), 'AB'.repeat(33), 'XY'.repeat(32)])(
  'refuses the content %j, naming the file but not the content',
  (text) => {
    const path = join(folder, 'k');
    writeFileSync(path, text);
    expect(() => keyFromFile(path)).toThrow(`The key file ${path} does not hold 64 hex digits.`);
    expect(readFileSync(path, 'utf8')).toBe(text);
  },
);

it('says which file cannot be read or made, and why', () => {
  mkdirSync(join(folder, 'a-folder'));
  expect(() => keyFromFile(join(folder, 'a-folder'))).toThrow('cannot be read (EISDIR)');
  expect(() => keyFromFile(join(folder, 'missing', 'k'))).toThrow('cannot be made (ENOENT)');
  chmodSync(folder, 0o700);
});
