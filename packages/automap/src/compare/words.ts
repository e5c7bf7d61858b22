/** Compares words: which word of the target can stand for a word of the source, how surely, and by which rule. */

import { bitsOf, type Lexicon, lettersOf } from '../names/lexicon.ts';
import { type Sense, senseOf, type WordLists } from '../names/word-lists.ts';
import type { WordRelation } from '../reasons.ts';
import { shortness } from '../rules/abbreviation.ts';
import { likeness } from '../rules/spelling.ts';
import type { Tuning } from '../tuning.ts';

/** So many pairs of words are compared by their letters; where there are more, none is, whatever their order. */
const mostTests = 2_500_000;

/** The words of the target that a word of the source may stand for. */
export interface Neighbours {
  readonly words: readonly number[];
  /** How surely, 0 to 1. */
  readonly values: readonly number[];
  readonly relations: readonly WordRelation[];
}

/** Words whose lengths differ more are not spelt alike. */
const leastShare = 0.5;
/** Fewer letters of a word, or letters of a longer one, are short for it only where they are its beginning. */
const leastShortShare = 0.2;
const longestWord = 16;
const startLength = 3;

/** What two catalogs teach about one pair of words: 0 to 1. */
export type Lesson = readonly [source: number, target: number, value: number];

const none: Neighbours = { words: [], values: [], relations: [] };

export interface WordComparison {
  /** How surely a word of the source stands for one of the target, 0 to 1. */
  likeness(source: number, target: number): number;
  relation(source: number, target: number): WordRelation;
  /** All words of the target for which `likeness` is above 0. */
  neighbours(source: number): Neighbours;
}

/** Compares every word of the source with those of the target that can resemble it. */
export function compareWords(
  lexicon: Lexicon,
  sources: readonly number[],
  targets: readonly number[],
  lists: WordLists,
  lessons: readonly Lesson[],
  tuning: Tuning,
): WordComparison {
  const { texts, stems, letters, isNumber } = lexicon;
  const { word: weights } = tuning;
  const found: (Neighbours | undefined)[] = new Array(texts.length).fill(undefined);
  // The first letters of each word's neighbours, a bit each: nearly all questions end here.
  const firstLetters = new Int32Array(texts.length);
  const firstLetter = Int32Array.from(texts, (text) => lettersOf(text.slice(0, 1)));
  const onSource = new Uint8Array(texts.length);
  const onTarget = new Uint8Array(texts.length);
  for (const word of sources) onSource[word] = 1;
  for (const word of targets) onTarget[word] = 1;
  const isLong = (word: number): boolean => texts[word]!.length > longestWord;
  const byFirst = groupTargets(targets, (word) => (isNumber[word] || isLong(word) ? undefined : texts[word]![0]));
  // Words so long were run together: others are at most their beginning.
  const longByStart = groupTargets(targets, (word) => (isLong(word) ? texts[word]!.slice(0, startLength) : undefined));
  const byStem = groupTargets(targets, (word) => stems[word]!);
  const senses = sensesOf(targets, texts, lists);
  const taught = new Map<number, Lesson[]>();
  for (const lesson of lessons) taught.set(lesson[0], [...(taught.get(lesson[0]) ?? []), lesson]);

  let tests = 0;
  for (const source of sources) tests += byFirst.get(texts[source]![0]!)?.length ?? 0;
  const hasTime = tests <= mostTests;
  for (const source of sources) {
    const best = new Map<number, readonly [number, WordRelation]>();
    const offer = (target: number, value: number, relation: WordRelation): void => {
      if (value >= weights.least && value > (best.get(target)?.[0] ?? 0)) best.set(target, [value, relation]);
    };
    for (const target of byStem.get(stems[source]!) ?? [])
      offer(target, source === target ? 1 : weights.inflection, source === target ? 'same' : 'inflection');
    offerListed(source, offer);
    if (!isNumber[source] && hasTime) offerByLetters(source, offer);
    for (const [, target, value] of taught.get(source) ?? []) {
      if (value < 0) best.delete(target);
      else offer(target, value, 'learned');
    }
    if (best.size > 0) {
      const words = [...best.keys()].sort((a, b) => a - b);
      for (const word of words) firstLetters[source]! |= firstLetter[word]!;
      found[source] = {
        words,
        values: words.map((word) => best.get(word)![0]),
        relations: words.map((word) => best.get(word)![1]),
      };
    }
  }

  function offerListed(source: number, offer: (target: number, value: number, relation: WordRelation) => void): void {
    for (const [sense, short] of sensesOfWord(texts[source]!, lists)) {
      for (const [target, otherShort] of senses.bySense.get(sense) ?? []) {
        const level = Number(short) + Number(otherShort);
        if (level > 0) offer(target, level === 1 ? weights.listed : weights.bothListed, 'abbreviation');
      }
      for (const group of lists.groupsOf.get(sense) ?? []) {
        const value = lists.isClose[group] ? weights.close : weights.loose;
        for (const [target, otherShort] of senses.byGroup.get(group) ?? [])
          offer(target, value - (short || otherShort ? weights.synonymByShort : 0), 'synonym');
      }
    }
  }

  /** Compares a word by its letters with all that begin with the same one; nearly all pairs end at the first question. */
  function offerByLetters(
    source: number,
    offer: (target: number, value: number, relation: WordRelation) => void,
  ): void {
    const a = texts[source]!;
    const [ownLetters, ownBits, ownStem, second] = [
      letters[source]!,
      bitsOf(letters[source]!),
      stems[source]!,
      a.charCodeAt(1),
    ];
    const isKnown = onTarget[source] === 1;
    if (a.length >= startLength) {
      for (const target of longByStart.get(a.slice(0, startLength)) ?? []) {
        const b = texts[target]!;
        if (b.length > a.length && b.startsWith(a)) offer(target, weights.shortness * shortness(a, b), 'abbreviation');
      }
    }
    const bucket = byFirst.get(a[0]!) ?? [];
    for (let i = 0; i < bucket.length; i++) {
      const target = bucket[i]!;
      const others = letters[target]!;
      const mayBeShort = (ownLetters & ~others) === 0;
      const mayBeLong = (others & ~ownLetters) === 0;
      const shared = bitsOf(ownLetters & others);
      if (!mayBeShort && !mayBeLong && 10 * shared < 6 * ownBits) continue;
      const b = texts[target]!;
      if (stems[target] === ownStem) continue;
      const isShorter = a.length < b.length;
      const [short, long] = isShorter ? [a, b] : [b, a];
      if (short.length < long.length && (isShorter ? mayBeShort : mayBeLong)) {
        const isWord = short.length >= leastShortShare * long.length;
        const value = isWord || long.startsWith(short) ? shortness(short, long) : 0;
        const isOnBoth = isShorter ? isKnown : onSource[target] === 1;
        if (value > 0)
          offer(target, weights.shortness * (value - (isOnBoth ? weights.shortOnBoth : 0)), 'abbreviation');
      }
      // Words that both sides know are different words, however they are spelt.
      if (isKnown && onSource[target] === 1) continue;
      if (b.charCodeAt(1) !== second || short.length < leastShare * long.length) continue;
      if (10 * shared >= 6 * Math.max(ownBits, bitsOf(others)))
        offer(target, weights.spelling * likeness(a, b), 'similar');
    }
  }

  const at = (source: number, target: number): number => {
    const { words } = found[source] ?? none;
    let low = 0;
    let high = words.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (words[middle] === target) return middle;
      if (words[middle]! < target) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  };
  return {
    likeness(source, target) {
      if (source === target) return 1;
      if ((firstLetters[source]! & firstLetter[target]!) === 0) return 0;
      const place = at(source, target);
      return place < 0 ? 0 : found[source]!.values[place]!;
    },
    relation: (source, target) =>
      source === target ? 'same' : (found[source]?.relations[at(source, target)] ?? 'similar'),
    neighbours: (source) => found[source] ?? none,
  };
}

function groupTargets<K>(targets: readonly number[], key: (word: number) => K | undefined): Map<K, number[]> {
  const groups = new Map<K, number[]>();
  for (const word of targets) {
    const own = key(word);
    if (own === undefined) continue;
    const group = groups.get(own);
    if (group) group.push(word);
    else groups.set(own, [word]);
  }
  return groups;
}

/** What a word means: itself, and what it is listed as short for. */
function sensesOfWord(text: string, lists: WordLists): (readonly [sense: Sense, short: boolean])[] {
  // A phrase is written as its sense.
  const own = text.includes(' ') ? text : senseOf([text]);
  return [[own, false], ...(lists.longOf.get(text) ?? []).map((sense) => [sense, true] as const)];
}

type Told = readonly [word: number, short: boolean];

function sensesOf(targets: readonly number[], texts: readonly string[], lists: WordLists) {
  const bySense = new Map<Sense, Told[]>();
  const byGroup = new Map<number, Told[]>();
  const add = <K>(map: Map<K, Told[]>, key: K, told: Told): void => {
    const group = map.get(key);
    if (group) group.push(told);
    else map.set(key, [told]);
  };
  for (const word of targets) {
    for (const [sense, short] of sensesOfWord(texts[word]!, lists)) {
      add(bySense, sense, [word, short]);
      for (const group of lists.groupsOf.get(sense) ?? []) add(byGroup, group, [word, short]);
    }
  }
  return { bySense, byGroup };
}
