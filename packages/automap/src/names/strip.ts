/** Leaves out of names what their surroundings already say: a column's table, a table's schema, a prefix that all share. */

import { grown } from '../numbers/number-list.ts';
import { shortness } from '../rules/abbreviation.ts';
import { sharedLetters, sharedWord } from './affixes.ts';
import type { Compounds } from './compounds.ts';
import { mostWords } from './cut-name.ts';
import type { Forms } from './forms.ts';
import type { Lexicon } from './lexicon.ts';
import { stemOf } from './stem.ts';

/** Words that say `table` of a table. */
const tableWords = new Set(['tbl', 'tb', 't', 'tab', 'table', 'tlu', 'vw', 'view']);
/** A word that is as surely short for another counts as that word. */
const surelyShort = 0.75;

/** Cuts, from names of one side, what their surroundings say. */
export interface Stripper {
  /**
   * The forms of one side's table names without what most of them share, and without their schema's name.
   *
   * @param names with compounds cut
   */
  tables(names: readonly number[], schemas: readonly number[]): number[];
  /**
   * Fills `stripped`, between the columns of one table, with their forms without the table's name and without what most of
   * them share; the form of `cut` where nothing was left out.
   *
   * @param table the form of the table's name
   */
  columns(forms: ColumnForms, table: number, from: number, to: number): void;
}

/** The forms of all columns of a side. */
export interface ColumnForms {
  /** As they were written. */
  readonly raw: Int32Array;
  /** With compounds cut. */
  readonly cut: Int32Array;
  readonly stripped: Int32Array;
}

/** @param isWord whether a run of letters is a word of its own */
export function createStripper(
  lexicon: Lexicon,
  forms: Forms,
  compounds: Compounds,
  isWord: (word: string) => boolean,
): Stripper {
  const { texts, stems, letters } = lexicon;
  // The words of the present column that stay.
  const rest = new Int32Array(mostWords);

  let ends = new Int32Array(64);
  /** The word that most of these forms have at one end; -1 for none. */
  const sharedEnd = (list: ArrayLike<number>, end: 'first' | 'last', from = 0, to = list.length): number => {
    while (ends.length < to - from) ends = grown(ends);
    for (let i = from; i < to; i++) {
      const size = forms.size(list[i]!);
      ends[i - from] = size < 2 ? -1 : forms.word(list[i]!, end === 'first' ? 0 : size - 1);
    }
    return sharedWord(ends, to - from);
  };

  function sameWord(word: number, own: number): boolean {
    if (stems[word] === stems[own]) return true;
    // Nearly all words end here: each has a letter that the other lacks.
    if ((letters[word]! & ~letters[own]!) !== 0 && (letters[own]! & ~letters[word]!) !== 0) return false;
    const a = texts[word]!;
    const b = texts[own]!;
    return a.length < b.length ? shortness(a, b) >= surelyShort : shortness(b, a) >= surelyShort;
  }

  function isAnyOf(words: readonly number[], word: number): boolean {
    for (let at = 0; at < words.length; at++) if (sameWord(word, words[at]!)) return true;
    return false;
  }

  /** Without the first word where it is `first`, and without those that are the table's, whole or short; one word always stays. */
  function withoutOwnWords(form: number, first: number, table: readonly number[]): number {
    const size = forms.size(form);
    if (size < 2) return form;
    const from = forms.word(form, 0) === first ? 1 : 0;
    let count = 0;
    for (let at = from; at < size; at++) {
      const word = forms.word(form, at);
      if (size - from === 1 || !isAnyOf(table, word)) rest[count++] = word;
    }
    if (count === size) return form;
    if (count === 0) rest[count++] = forms.word(form, size - 1);
    return forms.idOf(rest, 0, count);
  }

  /** What is left of names without separators: the table's name is cut off either end, then the letters that most begin with. */
  function stripFlat(heads: readonly string[], table: readonly string[]): readonly string[] {
    if (heads.length === 0) return heads;
    const own = ownNames(table);
    const start = table[0]?.[0];
    const mayBe = (letters: string): boolean =>
      letters.length === 1
        ? letters === start
        : letters.length === 2 || !isWord(letters) || own.some((name) => name.includes(letters));
    let left = heads.map((head) => withoutOwnName(head, own));
    for (let turn = 0; turn < 2; turn++) {
      const prefix = sharedLetters(left, mayBe);
      if (prefix === '') break;
      left = left.map((head) =>
        head.length > prefix.length && head.startsWith(prefix) ? head.slice(prefix.length) : head,
      );
    }
    return left;
  }

  /** The form of a name without separators of which only this is left, and what stands behind its first word. */
  function withHead(raw: number, head: string): number {
    const word = lexicon.idOf(head);
    const words = Int32Array.from([...(compounds.cut(word) ?? [word]), ...forms.wordsOf(raw).slice(1)]);
    return forms.idOf(words, 0, Math.min(words.length, mostWords));
  }

  return {
    tables(names, schemas) {
      const first = sharedEnd(names, 'first');
      const last = sharedEnd(names, 'last');
      const saysTable = (word: number): boolean => tableWords.has(texts[word]!);
      return names.map((name, at) => {
        let words = forms.wordsOf(name);
        const schema = forms.wordsOf(schemas[at]!);
        if (schema.length > 0 && startsWith(words, schema)) words = words.slice(schema.length);
        if (words.length > 1 && words[0] === first) words = words.slice(1);
        if (words.length > 1 && words.at(-1) === last) words = words.slice(0, -1);
        while (words.length > 1 && saysTable(words[0]!)) words = words.slice(1);
        if (words.length > 1 && saysTable(words.at(-1)!)) words = words.slice(0, -1);
        return forms.idOf(Int32Array.from(words));
      });
    },
    columns({ raw, cut, stripped }, table, from, to) {
      const own = forms.wordsOf(table);
      const heads: string[] = [];
      // Which columns have them.
      const places: number[] = [];
      for (let c = from; c < to; c++) {
        if (!isFlat(raw[c]!, forms, lexicon)) continue;
        heads.push(texts[forms.word(raw[c]!, 0)]!);
        places.push(c);
      }
      const left = stripFlat(
        heads,
        own.map((word) => texts[word]!),
      );
      const first = sharedEnd(cut, 'first', from, to);
      let flat = 0;
      for (let c = from; c < to; c++) {
        const isHead = places[flat] === c;
        const isChanged = isHead && left[flat] !== heads[flat];
        stripped[c] = isChanged ? withHead(raw[c]!, left[flat]!) : withoutOwnWords(cut[c]!, first, own);
        if (isHead) flat++;
      }
    },
  };
}

/** One word, with a number behind it at most: nothing in it tells where a part begins. */
export function isFlat(form: number, forms: Forms, { texts, isNumber }: Lexicon): boolean {
  const size = forms.size(form);
  if (size === 0) return false;
  for (let at = 1; at < size; at++) if (!isNumber[forms.word(form, at)]) return false;
  const first = texts[forms.word(form, 0)]!.charCodeAt(0);
  return first >= 97 && first <= 122;
}

function startsWith(words: readonly number[], others: readonly number[]): boolean {
  return words.length > others.length && others.every((word, at) => words[at] === word);
}

/** What a table may be called inside the names of its columns, the longest first. */
function ownNames(table: readonly string[]): string[] {
  const last = table.at(-1);
  if (last === undefined) return [];
  const before = table.slice(0, -1).join('');
  const [whole, stem] = [before + last, before + stemOf(last)];
  const names = whole === stem ? [whole] : whole.length < stem.length ? [stem, whole] : [whole, stem];
  return names.filter((name) => name.length > 2);
}

function withoutOwnName(head: string, own: readonly string[]): string {
  for (const name of own) {
    if (head.length <= name.length) continue;
    if (head.startsWith(name)) return head.slice(name.length);
    if (head.length > name.length + 1 && head.endsWith(name)) return head.slice(0, -name.length);
  }
  return head;
}
