/** Mistakes that the linter takes are each caught by a checker of this folder, in the words that the table says. */
import { afterAll, describe, expect, test } from 'vitest';
import { takesLong } from '../../test/programs.ts';
import { bundleCheckers, checkFiles, fileCheckers } from './checkers.ts';
import { type Json, readBundle, readContract, readSideFiles, withChange } from './contract.ts';
import { type Copy, copyContract } from './copies.ts';
import { bundleMistakes, fileMistakes, lintMistakes } from './mistakes.ts';

type BundleChecker = keyof typeof bundleCheckers;

const files = new Map([...readContract(), ...readSideFiles()]);
const fileNames = Object.keys(fileCheckers) as (keyof typeof fileCheckers)[];
const bundleNames = Object.keys(bundleCheckers) as BundleChecker[];
const asItIs = readBundle();
let copy: Copy | undefined;
let finding: Promise<ReadonlyMap<BundleChecker, string[]>> | undefined;
afterAll(() => copy?.remove());

/** What each checker finds in a bundle with all mistakes; it is built for the first test that asks. */
const found = () => (finding ??= findAll());

async function findAll(): Promise<ReadonlyMap<BundleChecker, string[]>> {
  copy = copyContract();
  for (const { file, change } of bundleMistakes) copy.edit(file, change);
  const { code, printed } = await copy.run('node', ['build.mjs']);
  expect(code, printed).toBe(0);
  const mistaken: Json = readBundle(copy.folder);
  return new Map(bundleNames.map((name) => [name, bundleCheckers[name](mistaken)]));
}

describe('the contract as it is', () => {
  test.each(fileNames)('has nothing that %s finds', (name) => expect(checkFiles(name, files)).toEqual([]));
  test.for(bundleNames)('has nothing that %s finds in its bundle', (name, context) => {
    takesLong(context);
    expect(bundleCheckers[name](asItIs)).toEqual([]);
  });
});

describe('a mistake in a file is caught', () => {
  test.each(fileMistakes)('by $caughtBy: $what', ({ file, change, caughtBy, message }) => {
    expect(checkFiles(caughtBy, withChange(files, file, change))).toContainEqual(expect.stringContaining(message));
  });
});

describe('a mistake that shows in the bundle is caught', () => {
  test.for(bundleMistakes)('by $caughtBy: $what', async ({ caughtBy, message }, context) => {
    takesLong(context);
    expect((await found()).get(caughtBy)).toContainEqual(expect.stringContaining(message));
  });
});

test('every checker catches at least one, and all mistakes differ', () => {
  const caught = new Set<string>([...fileMistakes, ...bundleMistakes].map(({ caughtBy }) => caughtBy));
  expect([...fileNames, ...bundleNames].filter((name) => !caught.has(name))).toEqual([]);
  const all = [...lintMistakes, ...fileMistakes, ...bundleMistakes].map(({ what }) => what);
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(32);
});
