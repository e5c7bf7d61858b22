/** Compares names by their words: how alike two forms are, 0 to 1, and which words were taken for each other. */

import { mostWords } from '../names/cut-name.ts';
import type { Forms } from '../names/forms.ts';
import type { Lexicon } from '../names/lexicon.ts';
import { bitsOf } from '../names/lexicon.ts';
import { shortness } from '../rules/abbreviation.ts';
import { trigramDice } from '../rules/letters.ts';
import { isSubsequence, readAlong } from '../rules/run-together.ts';
import type { Tuning } from '../tuning.ts';
import { createPairMap } from './pair-map.ts';
import type { WordComparison } from './words.ts';

/** Pairs of names whose likeness is remembered. */
const mostRemembered = 1 << 22;
/** What a word without any weight still counts. */
const leastWeight = 0.01;

/** Names that share runs of letters share most of their letters. */
function shareLetters(a: number, b: number): boolean {
  return 2 * bitsOf(a & b) >= Math.max(bitsOf(a), bitsOf(b));
}

export interface NameComparison {
  /** How alike a form of the source and one of the target are, 0 to 1; 1 for equal forms alone. */
  likeness(source: number, target: number): number;
  /** Which words of two forms are taken for each other. What it answers holds until the next names are compared. */
  align(source: number, target: number): Alignment;
  /** Whether one of two forms reads along the words of the other, as an acronym does. */
  isReadAlong(source: number, target: number): boolean;
}

export interface Alignment {
  /** How alike the two forms are by their words alone, 0 to 1. */
  readonly value: number;
  /** How many words of each have a partner. */
  readonly count: number;
  /** By the place of each word, that of the other form's word which it is taken for; -1 for none. */
  readonly partnerOfSource: Int32Array;
  readonly partnerOfTarget: Int32Array;
}

/**
 * @param weights of each word: how much it tells
 * @param of names of columns may be a part of each other's letters, which is too weak for tables; in those of tables, words
 *   that differ on both sides contradict each other
 * @param byLetters whether names whose words tell too little are compared by their letters, which takes ten times as long
 */
export function compareNames(
  lexicon: Lexicon,
  forms: Forms,
  words: WordComparison,
  weights: Float64Array,
  of: 'columns' | 'tables',
  byLetters: boolean,
  { name: tuning }: Tuning,
): NameComparison {
  const { letters, keys } = forms;
  const contradicts = of === 'tables';
  const known = createPairMap(mostRemembered);
  // The words of the two forms that are compared, and the place of the other's word that each was taken for; -1 for none.
  const a = new Int32Array(mostWords);
  const b = new Int32Array(mostWords);
  const partnerOfA = new Int32Array(mostWords);
  const partnerOfB = new Int32Array(mostWords);
  // The pairs of words that resemble each other, in the order of their places.
  const firsts = new Int32Array(mostWords * mostWords);
  const seconds = new Int32Array(mostWords * mostWords);
  const values = new Float64Array(mostWords * mostWords);

  /** The weight of both words of all pairs, the surest first, each times how sure it is; over all weight. */
  function byWords(source: number, target: number): number {
    const sizeA = forms.size(source);
    const sizeB = forms.size(target);
    let total = 0;
    for (let i = 0; i < sizeA; i++) {
      a[i] = forms.word(source, i);
      partnerOfA[i] = -1;
      total += weights[a[i]!]!;
    }
    for (let j = 0; j < sizeB; j++) {
      b[j] = forms.word(target, j);
      partnerOfB[j] = -1;
      total += weights[b[j]!]!;
    }
    let count = 0;
    for (let i = 0; i < sizeA; i++) {
      for (let j = 0; j < sizeB; j++) {
        const value = words.likeness(a[i]!, b[j]!);
        if (value === 0) continue;
        firsts[count] = i;
        seconds[count] = j;
        values[count++] = value - tuning.moved * Math.abs(i - j);
      }
    }
    if (count === 0) return 0;
    let sum = 0;
    for (let turn = Math.min(count, sizeA, sizeB); turn > 0; turn--) {
      let best = 0;
      let found = -1;
      for (let at = 0; at < count; at++) {
        if (values[at]! <= best || partnerOfA[firsts[at]!]! >= 0 || partnerOfB[seconds[at]!]! >= 0) continue;
        best = values[at]!;
        found = at;
      }
      if (found < 0) break;
      const [first, second] = [firsts[found]!, seconds[found]!];
      partnerOfA[first] = second;
      partnerOfB[second] = first;
      sum += best * (weights[a[first]!]! + weights[b[second]!]!);
    }
    if (!contradicts) return sum / Math.max(leastWeight, total);
    // Words on both sides that have no counterpart contradict each other: `audit_log` and `load_log`.
    let restA = 0;
    let restB = 0;
    for (let i = 0; i < sizeA; i++) if (partnerOfA[i]! < 0) restA += weights[a[i]!]!;
    for (let j = 0; j < sizeB; j++) if (partnerOfB[j]! < 0) restB += weights[b[j]!]!;
    const contradiction = Math.min(restA, restB) / Math.max(leastWeight, total);
    return (sum / Math.max(leastWeight, total)) * (1 - tuning.contradiction * contradiction);
  }

  function alongWords(form: number, other: number): number {
    if (forms.size(other) < 2 || (letters[form]! & ~letters[other]!) !== 0) return 0;
    const flat = forms.flat(form);
    if (flat.length >= forms.flat(other).length || !isSubsequence(flat, forms.flat(other))) return 0;
    const list = forms.wordsOf(other);
    return readAlong(
      flat,
      list.map((word) => lexicon.texts[word]!),
      list.map((word) => weights[word]! + leastWeight),
      shortness,
      tuning,
    );
  }

  function inLetters(source: number, target: number): number {
    const a = forms.flat(source);
    const b = forms.flat(target);
    const [short, long, s, l] = a.length < b.length ? [a, b, source, target] : [b, a, target, source];
    if (short.length === 0 || short.charCodeAt(0) !== long.charCodeAt(0)) return 0;
    if ((letters[s]! & ~letters[l]!) !== 0 || !isSubsequence(short, long)) return 0;
    return tuning.lettersBase + (tuning.lettersPerShare * short.length) / long.length;
  }

  function compare(source: number, target: number): number {
    if (keys[source] === keys[target]) {
      return forms.size(source) === 0 ? 0 : Math.max(0.97, byWords(source, target));
    }
    if (forms.size(source) === 0 || forms.size(target) === 0) return 0;
    let value = byWords(source, target);
    if (byLetters && value < tuning.runTogetherBelow) {
      value = Math.max(
        value,
        tuning.runTogether * alongWords(source, target),
        tuning.runTogether * alongWords(target, source),
      );
      if (!contradicts) value = Math.max(value, tuning.letters * inLetters(source, target));
      if (value < 0.7 && shareLetters(letters[source]!, letters[target]!))
        value = Math.max(
          value,
          tuning.trigrams * trigramDice(forms.flat(source), forms.flat(target)) + tuning.trigramsBase,
        );
    }
    return otherNumbers(source, target) ? value * tuning.otherNumber : value;
  }

  /** Both have numbers, and these differ. */
  function otherNumbers(source: number, target: number): boolean {
    const first = numbersIn(source);
    const second = first === '' ? '' : numbersIn(target);
    return second !== '' && first !== second;
  }

  function numbersIn(form: number): string {
    let numbers = '';
    for (let at = 0; at < forms.size(form); at++) {
      const word = forms.word(form, at);
      if (lexicon.isNumber[word]) numbers += `${lexicon.stems[word]!} `;
    }
    return numbers;
  }

  return {
    likeness(source, target) {
      if (source === target) return 1;
      const remembered = known.get(source, target);
      if (remembered !== undefined) return remembered;
      const value = compare(source, target);
      known.set(source, target, value);
      return value;
    },
    align(source, target) {
      const value = byWords(source, target);
      let count = 0;
      for (let i = 0; i < forms.size(source); i++) if (partnerOfA[i]! >= 0) count++;
      return { value, count, partnerOfSource: partnerOfA, partnerOfTarget: partnerOfB };
    },
    isReadAlong: (source, target) => alongWords(source, target) > 0 || alongWords(target, source) > 0,
  };
}
