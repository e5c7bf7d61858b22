/** What each entry of the package loads: a bundle pays for the credentials that it uses, and for no others. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '../src');

/** The modules that a module needs at run time, itself and those of packages included. */
function loadedBy(entry: string): ReadonlySet<string> {
  const loaded = new Set<string>();
  const left = [join(src, entry)];
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    if (loaded.has(relative(src, file))) continue;
    loaded.add(relative(src, file));
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(
      /^(?:import|export) (?!type )[^;]*?'([^']+)';/gm,
    )) {
      if (specifier.startsWith('.')) left.push(join(dirname(file), specifier));
      else loaded.add(specifier);
    }
  }
  return loaded;
}

const kinds = ['credentials/aksk.ts', 'credentials/aksk-node.ts', 'credentials/iam.ts', 'credentials/from-env.ts'];

test.each([
  ['index.ts', []],
  ['credentials/aksk.ts', ['credentials/aksk.ts']],
  ['credentials/aksk-node.ts', ['credentials/aksk-node.ts']],
  ['credentials/iam.ts', ['credentials/iam.ts']],
  ['credentials/env.ts', ['credentials/aksk.ts', 'credentials/iam.ts', 'credentials/from-env.ts']],
  ['credentials/env-node.ts', ['credentials/aksk-node.ts', 'credentials/iam.ts', 'credentials/from-env.ts']],
])('%s loads these kinds of credentials alone: %j', (entry, expected) => {
  const loaded = loadedBy(entry);
  expect(loaded.size).toBeGreaterThan(4);
  expect(kinds.filter((kind) => loaded.has(kind))).toEqual(expected);
});

test('nothing of Node is loaded but where the export condition says so', () => {
  const ofNode = (entry: string) => [...loadedBy(entry)].filter((name) => name.startsWith('node:'));
  for (const entry of ['index.ts', 'credentials/aksk.ts', 'credentials/iam.ts', 'credentials/env.ts'])
    expect(ofNode(entry)).toEqual([]);
  expect(ofNode('credentials/aksk-node.ts')).toEqual(['node:crypto']);
});
