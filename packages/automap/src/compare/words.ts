/** Compares words: which word of the target can stand for a word of the source, how surely, and by which rule. */

import { groupBy } from '../group.ts';
import { type Lexicon, lettersOf } from '../names/lexicon.ts';
import type { Sense } from '../names/word-lists.ts';
import type { WordRelation } from '../reasons.ts';
import type { Tuning } from '../tuning.ts';
import type { LetterOffers, WordSet } from './letters.ts';
import type { Senses } from './senses.ts';

/** The words of the target that each word of the source may stand for, end to end: nearly all work is done over these. */
export interface Neighbours {
  /** Where the neighbours of a word of the source stand in `words`: from `starts[word]` to `ends[word]`, by their numbers. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly words: Int32Array;
  /** How surely, 0 to 1. */
  readonly values: Float64Array;
}

/** What two catalogs teach about one pair of words: 0 to 1. */
export type Lesson = readonly [source: number, target: number, value: number];

export interface WordComparison {
  /** How surely a word of the source stands for one of the target, 0 to 1. */
  likeness(source: number, target: number): number;
  relation(source: number, target: number): WordRelation;
  /** All words of the target for which `likeness` is above 0. */
  readonly neighbours: Neighbours;
}

/** Compares every word of the source with those of the target that can resemble it. */
export function compareWords(
  lexicon: Lexicon,
  { sources, targets }: WordSet,
  offerByLetters: LetterOffers,
  senses: Senses,
  lessons: readonly Lesson[],
  tuning: Tuning,
): WordComparison {
  const { texts, stems } = lexicon;
  const { word: weights } = tuning;
  const starts = new Int32Array(texts.length);
  const ends = new Int32Array(texts.length);
  const words: number[] = [];
  const values: number[] = [];
  const relations: WordRelation[] = [];
  // The first letters of each word's neighbours, a bit each: nearly all questions end here.
  const firstLetters = new Int32Array(texts.length);
  const firstLetter = Int32Array.from(texts, (text) => lettersOf(text.slice(0, 1)));
  const byStem = groupBy(targets, (word) => stems[word]!);
  const meaning = wordsByMeaning(targets, senses);
  const taught = groupBy(lessons, ([source]) => source);

  // The best that was offered for the present word of the source, by the word of the target; 0 for nothing.
  const best = new Float64Array(texts.length);
  const reasons: WordRelation[] = new Array(texts.length).fill('same');
  const offered = new Int32Array(texts.length);
  let count = 0;
  const offer = (target: number, value: number, relation: WordRelation): void => {
    if (value < weights.least || value <= best[target]!) return;
    if (best[target] === 0) offered[count++] = target;
    best[target] = value;
    reasons[target] = relation;
  };
  for (const source of sources) {
    count = 0;
    for (const target of byStem.get(stems[source]!) ?? [])
      offer(target, source === target ? 1 : weights.inflection, source === target ? 'same' : 'inflection');
    offerListed(source);
    offerByLetters(source, offer);
    for (const [, target, value] of taught.get(source) ?? []) {
      if (value >= 0) offer(target, value, 'learned');
      else if (best[target]! > 0) best[target] = refuted;
    }
    keep(source);
  }

  /** Moves what was offered for a word behind that of the words before. */
  function keep(source: number): void {
    starts[source] = words.length;
    for (const target of offered.subarray(0, count).sort()) {
      if (best[target]! > 0) {
        words.push(target);
        values.push(best[target]!);
        relations.push(reasons[target]!);
        firstLetters[source]! |= firstLetter[target]!;
      }
      best[target] = 0;
    }
    ends[source] = words.length;
  }

  function offerListed(source: number): void {
    for (const [sense, short] of senses.of(source)) {
      for (const [target, otherShort] of meaning.bySense.get(sense) ?? []) {
        const level = Number(short) + Number(otherShort);
        if (level > 0) offer(target, level === 1 ? weights.listed : weights.bothListed, 'abbreviation');
      }
      for (const group of senses.lists.groupsOf.get(sense) ?? []) {
        const value = senses.lists.isClose[group] ? weights.close : weights.loose;
        for (const [target, otherShort] of meaning.byGroup.get(group) ?? [])
          offer(target, value - (short || otherShort ? weights.synonymByShort : 0), 'synonym');
      }
    }
  }

  const neighbours: Neighbours = { starts, ends, words: new Int32Array(words), values: new Float64Array(values) };
  const at = (source: number, target: number): number => {
    let low = starts[source]!;
    let high = ends[source]! - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const word = neighbours.words[middle]!;
      if (word === target) return middle;
      if (word < target) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  };
  return {
    likeness(source, target) {
      if (source === target) return 1;
      if ((firstLetters[source]! & firstLetter[target]!) === 0) return 0;
      const place = at(source, target);
      return place < 0 ? 0 : neighbours.values[place]!;
    },
    relation: (source, target) => (source === target ? 'same' : (relations[at(source, target)] ?? 'similar')),
    neighbours,
  };
}

/** In place of the best that was offered for words that do not stand for each other. */
const refuted = -1;

type Told = readonly [word: number, short: boolean];

function wordsByMeaning(targets: readonly number[], { of, lists }: Senses) {
  const bySense = new Map<Sense, Told[]>();
  const byGroup = new Map<number, Told[]>();
  const add = <K>(map: Map<K, Told[]>, key: K, told: Told): void => {
    const group = map.get(key);
    if (group) group.push(told);
    else map.set(key, [told]);
  };
  for (const word of targets) {
    for (const [sense, short] of of(word)) {
      add(bySense, sense, [word, short]);
      for (const group of lists.groupsOf.get(sense) ?? []) add(byGroup, group, [word, short]);
    }
  }
  return { bySense, byGroup };
}
