/** Matches two prepared sides: the tables first, then the columns of each pair. Everything is a number here; names come back in `answer/`. */

import type { Table } from './catalog.ts';
import { type Matched, pairColumns } from './columns/pair-columns.ts';
import { type Comparisons, createComparisons } from './compare/comparisons.ts';
import type { Lesson } from './compare/words.ts';
import type { Decisions } from './decisions.ts';
import type { WordLists } from './names/word-lists.ts';
import { learnFromGiven, learnFromMatches } from './rules/learning.ts';
import type { Prepared } from './sides/prepare.ts';
import { isSmall } from './tables/candidates.ts';
import type { Crowded, RankedCell } from './tables/choose.ts';
import { type EqualNames, findEqualNames } from './tables/equal-names.ts';
import { pairTables } from './tables/pair-tables.ts';
import type { Tuning } from './tuning.ts';

/** What was matched, and all that an explanation is made from. */
export interface Matching extends Matched {
  /** Every pair of tables that was compared. */
  readonly cells: readonly RankedCell[];
  readonly equal: EqualNames;
  /** Tables that stay alone, since too many others are equally good for them. */
  readonly crowded: Crowded;
  readonly comparisons: Comparisons;
}

/** What decides how thoroughly is matched. */
export interface MatchSettings {
  readonly lists: WordLists;
  readonly decisions: Decisions;
  /** Whether names must be equal character for character. */
  readonly exactNames: boolean;
  readonly tuning: Tuning;
  /** Called with the share of the work that is done, 0 to 1. */
  readonly progress: (done: number) => void;
}

/** Twice at most: what the first time teaches can change the second. Where there are thousands of tables, once. */
export function matchSides(prepared: Prepared<Table, Table>, settings: MatchSettings): Matching {
  const { decisions, exactNames, tuning, progress } = settings;
  const small = isSmall(prepared.source, prepared.target);
  const equal = findEqualNames(prepared.source, prepared.target);
  const given = learnFromGiven(decisions, prepared);
  const once = exactNames || !small;
  const match = (lessons: readonly Lesson[], report: (done: number) => void): Matching => {
    const comparisons = createComparisons(prepared, lessons, settings, small);
    report(0.2);
    const tables = pairTables(prepared, comparisons, equal, settings, small);
    report(0.5);
    const matched = pairColumns(prepared, comparisons, tables, settings, small);
    report(1);
    return { ...matched, cells: tables.cells, equal, crowded: tables.crowded, comparisons };
  };
  const first = match(given, (done) => progress(once ? done : done / 2));
  const learned = once ? [] : learnFromMatches(first.matches, prepared, first.comparisons.columnWords, tuning.learning);
  const second = learned.length === 0 ? first : match([...given, ...learned], (done) => progress(0.5 + done / 2));
  progress(1);
  return second;
}
