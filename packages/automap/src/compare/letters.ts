/** Compares words by their letters: in one pass for the names of columns and those of tables, which have most words in common. */

import { groupBy } from '../group.ts';
import { bitsOf, type Lexicon } from '../names/lexicon.ts';
import type { WordRelation } from '../reasons.ts';
import { shortness } from '../rules/abbreviation.ts';
import { likeness } from '../rules/spelling.ts';
import type { Tuning } from '../tuning.ts';

/** So many pairs of words are compared by their letters; where there are more, none is, whatever their order. */
const mostTests = 2_500_000;
/** Words whose lengths differ more are not spelt alike. */
const leastShare = 0.5;
/** Fewer letters of a word, or letters of a longer one, are short for it only where they are its beginning. */
const leastShortShare = 0.2;
const longestWord = 16;
const startLength = 3;

/** The words of some names of both sides. */
export interface WordSet {
  readonly sources: readonly number[];
  readonly targets: readonly number[];
}

/** Calls `offer` for each word of the target that can stand for a word of the source by its letters. */
export type LetterOffers = (
  source: number,
  offer: (target: number, value: number, relation: WordRelation) => void,
) => void;

/** The target words that begin with one letter. What is asked of each lies side by side: nearly all pairs end there. */
interface Bucket {
  readonly words: readonly number[];
  readonly letters: Int32Array;
  readonly lengths: Int32Array;
  /** The second letter of each; 0 for none. */
  readonly seconds: Int32Array;
}

/** What can stand for what in each of the sets. */
export function compareLetters(
  { texts, stems, letters, isNumber }: Lexicon,
  sets: readonly WordSet[],
  weights: Tuning['word'],
): LetterOffers[] {
  const isLong = (word: number): boolean => texts[word]!.length > longestWord;
  const firstOf = (word: number): string | undefined =>
    isNumber[word] || isLong(word) ? undefined : texts[word]!.charAt(0);
  // The sets that have a word on either side, a bit each; one that has no time has none.
  const inSources = new Uint8Array(texts.length);
  const inTargets = new Uint8Array(texts.length);
  sets.forEach(({ sources, targets }, set) => {
    const counts = new Map([...groupBy(targets, firstOf)].map(([first, words]) => [first, words.length]));
    const tests = sources.reduce((sum, source) => sum + (counts.get(texts[source]!.charAt(0)) ?? 0), 0);
    if (tests > mostTests) return;
    for (const word of sources) inSources[word]! |= 1 << set;
    for (const word of targets) inTargets[word]! |= 1 << set;
  });
  const allTargets = wordsIn(inTargets);
  const buckets = new Map([...groupBy(allTargets, firstOf)].map(([first, words]) => [first, bucketOf(words)]));
  // Words so long were run together: others are at most their beginning.
  const longByStart = groupBy(allTargets, (word) => (isLong(word) ? texts[word]!.slice(0, startLength) : undefined));

  // What was found for each word of the source, end to end, and the sets that it holds for.
  const starts = new Int32Array(texts.length + 1);
  const found = {
    targets: [] as number[],
    values: [] as number[],
    relations: [] as WordRelation[],
    sets: [] as number[],
  };
  const add = (target: number, value: number, relation: WordRelation, wanted: number): void => {
    if (wanted === 0 || value < weights.least) return;
    found.targets.push(target);
    found.values.push(value);
    found.relations.push(relation);
    found.sets.push(wanted);
  };
  for (let word = 0; word < texts.length; word++) {
    if (inSources[word] !== 0 && !isNumber[word]) {
      addBeginnings(word);
      const bucket = buckets.get(texts[word]!.charAt(0));
      if (bucket !== undefined) addOf(word, bucket);
    }
    starts[word + 1] = found.targets.length;
  }
  return sets.map((_, set) => (source, offer) => {
    for (let at = starts[source]!; at < starts[source + 1]!; at++) {
      if ((found.sets[at]! & (1 << set)) !== 0) offer(found.targets[at]!, found.values[at]!, found.relations[at]!);
    }
  });

  function bucketOf(words: readonly number[]): Bucket {
    return {
      words,
      letters: Int32Array.from(words, (word) => letters[word]!),
      lengths: Int32Array.from(words, (word) => texts[word]!.length),
      seconds: Int32Array.from(words, (word) => texts[word]!.charCodeAt(1) || 0),
    };
  }

  function addBeginnings(source: number): void {
    const a = texts[source]!;
    if (a.length < startLength) return;
    for (const target of longByStart.get(a.slice(0, startLength)) ?? []) {
      const b = texts[target]!;
      if (b.length > a.length && b.startsWith(a))
        add(target, weights.shortness * shortness(a, b), 'abbreviation', inSources[source]! & inTargets[target]!);
    }
  }

  function addOf(source: number, bucket: Bucket): void {
    const { length } = texts[source]!;
    const own = letters[source]!;
    const ownBits = bitsOf(own);
    const second = length > 1 ? texts[source]!.charCodeAt(1) : -1;
    const { words, letters: lettersOf, lengths, seconds } = bucket;
    for (let i = 0; i < words.length; i++) {
      const others = lettersOf[i]!;
      const otherLength = lengths[i]!;
      const shared = own & others;
      const mayBeShort = length < otherLength ? shared === own : length > otherLength && shared === others;
      const mayBeAlike =
        seconds[i] === second &&
        Math.min(length, otherLength) >= leastShare * Math.max(length, otherLength) &&
        10 * bitsOf(shared) >= 6 * Math.max(ownBits, bitsOf(others));
      if (mayBeShort || mayBeAlike) addPair(source, words[i]!, mayBeShort, mayBeAlike);
    }
  }

  function addPair(source: number, target: number, mayBeShort: boolean, mayBeAlike: boolean): void {
    const wanted = inSources[source]! & inTargets[target]!;
    if (wanted === 0 || stems[source] === stems[target]) return;
    const a = texts[source]!;
    const b = texts[target]!;
    // The sets of which both sides know each of the two words.
    const sourceOnBoth = inSources[source]! & inTargets[source]!;
    const targetOnBoth = inSources[target]! & inTargets[target]!;
    if (mayBeShort) {
      const isShorter = a.length < b.length;
      const value = isShorter ? shortnessOf(a, b) : shortnessOf(b, a);
      const shortOnBoth = isShorter ? sourceOnBoth : targetOnBoth;
      if (value > 0) {
        add(target, weights.shortness * value, 'abbreviation', wanted & ~shortOnBoth);
        add(target, weights.shortness * (value - weights.shortOnBoth), 'abbreviation', wanted & shortOnBoth);
      }
    }
    // Words that both sides know are different words, however they are spelt.
    const strange = wanted & ~(sourceOnBoth & targetOnBoth);
    if (mayBeAlike && strange !== 0) add(target, weights.spelling * likeness(a, b), 'similar', strange);
  }
}

function shortnessOf(short: string, long: string): number {
  return short.length >= leastShortShare * long.length || long.startsWith(short) ? shortness(short, long) : 0;
}

function wordsIn(sets: Uint8Array): number[] {
  const words: number[] = [];
  sets.forEach((own, word) => {
    if (own !== 0) words.push(word);
  });
  return words;
}
