/** Mistakes that the linter takes are each caught by a checker of this folder, in the words that the table says. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleCheckers, checkFiles, fileCheckers } from './checkers.ts';
import { type Json, readBundle, readContract, readSideFiles, withChange } from './contract.ts';
import { type Copy, copyContract } from './copies.ts';
import { bundleMistakes, fileMistakes, lintMistakes } from './mistakes.ts';

type BundleChecker = keyof typeof bundleCheckers;

const files = new Map([...readContract(), ...readSideFiles()]);
const fileNames = Object.keys(fileCheckers) as (keyof typeof fileCheckers)[];
const bundleNames = Object.keys(bundleCheckers) as BundleChecker[];
const asItIs = readBundle();
let copy: Copy;
/** What each checker finds in a bundle with all mistakes. */
const found = new Map<BundleChecker, string[]>();

beforeAll(async () => {
  copy = copyContract();
  for (const { file, change } of bundleMistakes) copy.edit(file, change);
  const { code, printed } = await copy.run('node', ['build.mjs']);
  expect(code, printed).toBe(0);
  const mistaken: Json = readBundle(copy.folder);
  for (const name of bundleNames) found.set(name, bundleCheckers[name](mistaken));
});
afterAll(() => copy.remove());

describe('the contract as it is', () => {
  test.each(fileNames)('has nothing that %s finds', (name) => expect(checkFiles(name, files)).toEqual([]));
  test.each(bundleNames)('has nothing that %s finds in its bundle', (name) =>
    expect(bundleCheckers[name](asItIs)).toEqual([]),
  );
});

describe('a mistake in a file is caught', () => {
  test.each(fileMistakes)('by $caughtBy: $what', ({ file, change, caughtBy, message }) => {
    expect(checkFiles(caughtBy, withChange(files, file, change))).toContainEqual(expect.stringContaining(message));
  });
});

describe('a mistake that shows in the bundle is caught', () => {
  test.each(bundleMistakes)('by $caughtBy: $what', ({ caughtBy, message }) => {
    expect(found.get(caughtBy)).toContainEqual(expect.stringContaining(message));
  });
});

test('every checker catches at least one, and all mistakes differ', () => {
  const caught = new Set<string>([...fileMistakes, ...bundleMistakes].map(({ caughtBy }) => caughtBy));
  expect([...fileNames, ...bundleNames].filter((name) => !caught.has(name))).toEqual([]);
  const all = [...lintMistakes, ...fileMistakes, ...bundleMistakes].map(({ what }) => what);
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(32);
});
