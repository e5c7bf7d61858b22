import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareFile } from './prepare-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roma-fdi-file-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('the place of the store', () => {
  it('is made for its owner alone', () => {
    prepareFile(join(folder, 'store.db'));
    expect(mode(join(folder, 'store.db'))).toBe('600');
  });

  it('is refused where its folder is missing, which is not made', () => {
    for (const path of [join(folder, 'mistyped', 'store.db'), join(folder, 'a', 'b', 'store.db')]) {
      const message = `The store ${path} cannot be made: there is no folder ${dirname(path)}. Make it, or check the path.`;
      expect(() => prepareFile(path)).toThrow(expect.objectContaining({ kind: 'no-access', message }));
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is left as it is where it exists', () => {
    const path = join(folder, 'store.db');
    writeFileSync(path, 'kept');
    chmodSync(path, 0o640);
    prepareFile(path);
    expect(readFileSync(path, 'utf8')).toBe('kept');
    expect(mode(path)).toBe('640');
  });

  it('may be a link to a file', () => {
    writeFileSync(join(folder, 'real.db'), 'kept');
    symlinkSync('real.db', join(folder, 'store.db'));
    prepareFile(join(folder, 'store.db'));
    expect(readFileSync(join(folder, 'real.db'), 'utf8')).toBe('kept');
  });

  it('is refused where a folder has its name', () => {
    const path = join(folder, 'store.db');
    mkdirSync(path);
    const message = `The store ${path} is a folder: name a file in it.`;
    expect(() => prepareFile(path)).toThrow(expect.objectContaining({ kind: 'no-access', message }));
  });

  it('is refused below a file', () => {
    writeFileSync(join(folder, 'file'), '');
    for (const path of [join(folder, 'file', 'store.db'), join(folder, 'file', 'deeper', 'store.db')]) {
      const message = expect.stringContaining(`The store ${path} cannot be made: there is no folder ${dirname(path)}`);
      expect(() => prepareFile(path)).toThrow(expect.objectContaining({ kind: 'no-access', message }));
    }
  });
});
