/** Reads sets of schema pairs with known correspondences: a folder a set, in it a folder a pair. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Catalog } from '@roma-fdi/automap';
import { fail } from './command-line.ts';
import type { Truth } from './score.ts';

/** A: names agree up to spelling. B: renamed, abbreviated, split, merged. C: two different applications. */
export type Tier = 'A' | 'B' | 'C';

export interface SchemaPair {
  /** The name of its set's folder. */
  readonly set: string;
  /** The name of its own folder. */
  readonly name: string;
  readonly tier: Tier;
  readonly source: Catalog;
  readonly target: Catalog;
  readonly truth: Truth;
}

/** The tiers of what `gt.json` calls so; everything else is B. */
const tiers: Readonly<Record<string, Tier>> = {
  dialect: 'A',
  style: 'A',
  'synthetic-L1': 'A',
  'cross-application': 'C',
};

/** What `--help` says of the folders. */
export const aboutFolders = `Each FOLDER is a set: it holds one folder per pair with source.schema.json, target.schema.json and gt.json (the known
correspondences). Tier A: names agree up to spelling. Tier B: renamed, abbreviated, split, merged. Tier C: two
different applications.`;

/** Every pair of every set, in the order of the folders and then of the names; ends the process where there is none. */
export function readSets(folders: readonly string[]): SchemaPair[] {
  const names = folders.map((folder) => basename(resolve(folder)));
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) fail(`Two folders are called ${twice}; the figures could not be told apart.`);
  return folders.flatMap((folder, at) => pairsBelow(folder).map((name) => readPair(folder, names[at]!, name)));
}

function pairsBelow(folder: string): string[] {
  if (!existsSync(folder)) fail(`There is no folder ${folder}.`);
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'gt.json')));
  if (names.length === 0) fail(`No folder below ${folder} has a gt.json.`);
  return names.sort();
}

function readPair(folder: string, set: string, name: string): SchemaPair {
  const read = (file: string) => JSON.parse(readFileSync(join(folder, name, file), 'utf8'));
  const truth: Truth & { readonly tier: string } = read('gt.json');
  const [source, target]: Catalog[] = [read('source.schema.json'), read('target.schema.json')];
  return { set, name, tier: tiers[truth.tier] ?? 'B', source: source!, target: target!, truth };
}

/** The parts of a list that have one key, in the order in which the keys first come. */
export function partsBy<V, K>(values: readonly V[], key: (value: V) => K): [K, V[]][] {
  const parts = new Map<K, V[]>();
  for (const value of values) {
    const part = parts.get(key(value));
    if (part === undefined) parts.set(key(value), [value]);
    else part.push(value);
  }
  return [...parts];
}

/** Each tier of a set's pairs, and all of them together. */
export function tiersOf<V>(pairs: readonly V[], tierOf: (pair: V) => Tier): [Tier | 'all', V[]][] {
  const parts = partsBy(pairs, tierOf).sort(([a], [b]) => (a < b ? -1 : 1));
  return [...parts, ['all', [...pairs]]];
}
