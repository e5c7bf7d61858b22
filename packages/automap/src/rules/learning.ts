/** What two catalogs teach: words that stand for each other in pairs that are sure for other reasons stand for each other elsewhere. */

import type { Table } from '../catalog.ts';
import type { Match } from '../columns/pair-columns.ts';
import type { Lesson, WordComparison } from '../compare/words.ts';
import type { Decisions } from '../decisions.ts';
import type { Prepared } from '../sides/prepare.ts';

/** Column pairs of this value, in table pairs of this value, are sure enough to learn from. */
const sureColumns = 0.6;
const sureTables = 0.6;
/** The share of both words' occurrences in which they meet. */
const leastShare = 0.4;
/** A pair that was given teaches by itself. */
const ofGiven = 0.95;
const value = { base: 0.45, perShare: 0.5 };
/** A lesson that raises a likeness by less is none. */
const leastGain = 0.1;

/** What the rule needs of the tuning. */
export interface LearningWeights {
  /** Words must meet so often. */
  readonly fewestTimes: number;
}

/** An accepted `qty` = `quantity` tells about every `qty`. */
export function learnFromGiven({ fixed }: Decisions, prepared: Prepared<Table, Table>): Lesson[] {
  return fixed.flatMap(({ columns }) =>
    columns.flatMap(([s, t]): Lesson[] => {
      const pair = leftOver(s, t, prepared);
      return pair === undefined ? [] : [[...pair, ofGiven]];
    }),
  );
}

/** Lessons from pairs that were found: where two words meet again and again, and seldom others. */
export function learnFromMatches(
  matches: readonly Match[],
  prepared: Prepared<Table, Table>,
  words: WordComparison,
  { fewestTimes }: LearningWeights,
): Lesson[] {
  const met = new Map<string, { readonly pair: readonly [number, number]; count: number }>();
  const ofSource = new Map<number, number>();
  const ofTarget = new Map<number, number>();
  for (const { cell, columns } of matches) {
    if (cell.value < sureTables) continue;
    for (const { row, column, value: likeness } of columns.chosen) {
      const pair = likeness >= sureColumns ? leftOver(row, column, prepared) : undefined;
      if (pair === undefined) continue;
      const key = pair.join(' ');
      const known = met.get(key) ?? { pair, count: 0 };
      known.count++;
      met.set(key, known);
      ofSource.set(pair[0], (ofSource.get(pair[0]) ?? 0) + 1);
      ofTarget.set(pair[1], (ofTarget.get(pair[1]) ?? 0) + 1);
    }
  }
  return [...met.values()].flatMap(({ pair, count }): Lesson[] => {
    const share = (2 * count) / (ofSource.get(pair[0])! + ofTarget.get(pair[1])!);
    if (count < fewestTimes || share < leastShare) return [];
    const taught = value.base + (value.perShare * share * count) / (count + 1);
    return taught >= words.likeness(...pair) + leastGain ? [[...pair, taught]] : [];
  });
}

/** The only word of each name that the other lacks; undefined where there is none or more. */
function leftOver(
  s: number,
  t: number,
  { source, target, forms, lexicon }: Prepared<Table, Table>,
): readonly [number, number] | undefined {
  const a = forms.wordsOf(source.columns.stripped[s]!);
  const b = forms.wordsOf(target.columns.stripped[t]!);
  const without = (words: readonly number[], others: readonly number[]): number[] =>
    words.filter((word) => !others.some((other) => lexicon.stems[word] === lexicon.stems[other]));
  const [restA, restB] = [without(a, b), without(b, a)];
  if (restA.length !== 1 || restB.length !== 1) return undefined;
  return lexicon.isNumber[restA[0]!] || lexicon.isNumber[restB[0]!] ? undefined : [restA[0]!, restB[0]!];
}
