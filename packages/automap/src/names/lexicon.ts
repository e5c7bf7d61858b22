/** Numbers the words of both sides: everything after it compares numbers. */

import { createSequences } from './sequences.ts';
import { stemOf } from './stem.ts';

/** All words that occur, each once. A phrase is a word whose text has blanks. */
export interface Lexicon {
  readonly texts: readonly string[];
  /** The number of each word's stem; words of equal stems are forms of one word. */
  readonly stems: readonly number[];
  /** The letters of each word, a bit each: a word can be short for another only where its letters occur in it. */
  readonly letters: readonly number[];
  readonly isNumber: readonly boolean[];
  /** The number of a word, which is added where it is new. */
  idOf(word: string): number;
  /** The same for a word whose UTF-16 units stand in `codes` from `from` to `to`. */
  idOfCodes(codes: Int32Array, from: number, to: number): number;
  /** The number of a word; -1 where it does not occur. */
  find(word: string): number;
  stemIdOf(stem: string): number;
}

export function createLexicon(): Lexicon {
  const texts: string[] = [];
  const stems: number[] = [];
  const letters: number[] = [];
  const isNumber: boolean[] = [];
  const words = createSequences();
  const stemIds = new Map<string, number>();
  const stemIdOf = (stem: string): number => {
    const known = stemIds.get(stem);
    if (known !== undefined) return known;
    stemIds.set(stem, stemIds.size);
    return stemIds.size - 1;
  };
  const idOfCodes = (codes: Int32Array, from: number, to: number): number => {
    const id = words.idOf(codes, from, to);
    if (id < texts.length) return id;
    let text = '';
    for (let i = from; i < to; i++) text += String.fromCharCode(codes[i]!);
    const number = /^\p{N}/u.test(text);
    texts.push(text);
    stems.push(stemIdOf(number ? plainNumber(text) : stemOf(text)));
    letters.push(lettersOf(text));
    isNumber.push(number);
    return id;
  };
  return {
    texts,
    stems,
    letters,
    isNumber,
    stemIdOf,
    idOfCodes,
    idOf: (word) => idOfCodes(codesOf(word), 0, word.length),
    find: (word) => words.find(codesOf(word), 0, word.length),
  };
}

function codesOf(text: string): Int32Array {
  const codes = new Int32Array(text.length);
  for (let i = 0; i < codes.length; i++) codes[i] = text.charCodeAt(i);
  return codes;
}

/** `01` and `1` are one number. */
function plainNumber(digits: string): string {
  return digits.replace(/^0+(?=.)/, '');
}

/** Bits 0 to 25 for a to z, 26 for everything else. */
export function lettersOf(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) {
    const at = text.charCodeAt(i) - 97;
    bits |= 1 << (at >= 0 && at < 26 ? at : 26);
  }
  return bits;
}

/** How many different letters there are. */
export function bitsOf(letters: number): number {
  let rest = letters - ((letters >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
