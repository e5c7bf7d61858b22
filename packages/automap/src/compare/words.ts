/** Compares words: which word of the target can stand for a word of the source, how surely, and by which rule. */

import { groupBy } from '../group.ts';
import { type Lexicon, lettersOf } from '../names/lexicon.ts';
import { type Sense, senseOf, type WordLists } from '../names/word-lists.ts';
import type { WordRelation } from '../reasons.ts';
import type { Tuning } from '../tuning.ts';
import type { LetterOffers, WordSet } from './letters.ts';

/** The words of the target that a word of the source may stand for. */
export interface Neighbours {
  readonly words: readonly number[];
  /** How surely, 0 to 1. */
  readonly values: readonly number[];
  readonly relations: readonly WordRelation[];
}

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
  { sources, targets }: WordSet,
  offerByLetters: LetterOffers,
  lists: WordLists,
  lessons: readonly Lesson[],
  tuning: Tuning,
): WordComparison {
  const { texts, stems } = lexicon;
  const { word: weights } = tuning;
  const found: (Neighbours | undefined)[] = new Array(texts.length).fill(undefined);
  // The first letters of each word's neighbours, a bit each: nearly all questions end here.
  const firstLetters = new Int32Array(texts.length);
  const firstLetter = Int32Array.from(texts, (text) => lettersOf(text.slice(0, 1)));
  const byStem = groupBy(targets, (word) => stems[word]!);
  const senses = sensesOf(targets, texts, lists);
  const taught = new Map<number, Lesson[]>();
  for (const lesson of lessons) taught.set(lesson[0], [...(taught.get(lesson[0]) ?? []), lesson]);

  for (const source of sources) {
    const best = new Map<number, readonly [number, WordRelation]>();
    const offer = (target: number, value: number, relation: WordRelation): void => {
      if (value >= weights.least && value > (best.get(target)?.[0] ?? 0)) best.set(target, [value, relation]);
    };
    for (const target of byStem.get(stems[source]!) ?? [])
      offer(target, source === target ? 1 : weights.inflection, source === target ? 'same' : 'inflection');
    offerListed(source, offer);
    offerByLetters(source, offer);
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
