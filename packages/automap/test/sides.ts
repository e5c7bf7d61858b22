/** Prepares two sides as the matcher does, for tests of what compares them. */

import type { Table } from '../src/catalog.ts';
import { type Comparisons, createComparisons } from '../src/compare/comparisons.ts';
import { readDecisions } from '../src/decisions.ts';
import type { MatchSettings } from '../src/match.ts';
import { readWordLists } from '../src/names/word-lists.ts';
import type { MapOptions } from '../src/options.ts';
import { type Prepared, prepareSides } from '../src/sides/prepare.ts';
import { tuning } from '../src/tuning.ts';
import { synonyms } from '../src/words/synonyms.ts';

export interface TestSides {
  readonly prepared: Prepared<Table, Table>;
  readonly comparisons: Comparisons;
  readonly settings: MatchSettings;
}

/** Both sides of a match that begins, everything in range. */
export function sides(source: readonly Table[], target: readonly Table[], options: MapOptions = {}): TestSides {
  const lists = readWordLists(options.synonyms ?? synonyms);
  const all = () => true;
  const prepared = prepareSides({ tables: source, isInRange: all }, { tables: target, isInRange: all }, lists, tuning);
  const decisions = readDecisions(prepared.source, prepared.target, options);
  const settings = { lists, decisions, exactNames: options.exactNames ?? false, tuning, progress: () => {} };
  return { prepared, comparisons: createComparisons(prepared, [], settings, true), settings };
}
