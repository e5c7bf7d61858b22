/** Leaves out of names what their surroundings already say: a column's table, a table's schema, a prefix that all share. */

import { shortness } from '../rules/abbreviation.ts';
import { sharedLetters, sharedWord, withoutWord } from './affixes.ts';
import type { Compounds } from './compounds.ts';
import { mostWords } from './cut-name.ts';
import type { Lexicon } from './lexicon.ts';
import { stemOf } from './stem.ts';

/** Words that say `table` of a table. */
const tableWords = new Set(['tbl', 'tb', 't', 'tab', 'table', 'tlu', 'vw', 'view']);
/** A word that is as surely short for another counts as that word. */
const surelyShort = 0.75;

/** Cuts, from names of one side, what their surroundings say. */
export interface Stripper {
  /** The words of one side's table names without what most of them share, and without their schema's name. */
  tables(
    tables: readonly { readonly words: readonly number[]; readonly schema: readonly number[] }[],
  ): (readonly number[])[];
  /**
   * The words of the columns of one table without the table's name and without what most of them share; the very list of
   * `cut` where nothing was left out.
   *
   * @param raw the words of each column as they were written
   * @param cut the same with compounds cut
   */
  columns(
    raw: readonly (readonly number[])[],
    cut: readonly (readonly number[])[],
    table: readonly number[],
  ): (readonly number[])[];
}

/** @param isWord whether a run of letters is a word of its own */
export function createStripper(lexicon: Lexicon, compounds: Compounds, isWord: (word: string) => boolean): Stripper {
  const { texts, stems } = lexicon;

  function sameWord(word: number, own: number): boolean {
    if (stems[word] === stems[own]) return true;
    const [a, b] = [texts[word]!, texts[own]!];
    if (a.charCodeAt(0) !== b.charCodeAt(0)) return false;
    return a.length < b.length ? shortness(a, b) >= surelyShort : shortness(b, a) >= surelyShort;
  }

  /** Without the words that are the table's, whole or short; one word always stays. */
  function withoutTableName(words: readonly number[], table: readonly number[]): readonly number[] {
    if (words.length < 2) return words;
    const isOwn = (word: number): boolean => {
      for (let at = 0; at < table.length; at++) if (sameWord(word, table[at]!)) return true;
      return false;
    };
    let any = false;
    for (let at = 0; at < words.length && !any; at++) any = isOwn(words[at]!);
    if (!any) return words;
    const rest = words.filter((word) => !isOwn(word));
    return rest.length > 0 ? rest : [words.at(-1)!];
  }

  /** What is left of names without separators: the table's name is cut off either end, then the letters that most begin with. */
  function stripFlat(flat: readonly (readonly number[])[], table: readonly string[]): readonly string[] {
    const own = ownNames(table);
    const start = table[0]?.[0];
    const mayBe = (letters: string): boolean =>
      letters.length === 1
        ? letters === start
        : letters.length === 2 || !isWord(letters) || own.some((name) => name.includes(letters));
    let rest = flat.map((raw) => withoutOwnName(texts[raw[0]!]!, own));
    for (let turn = 0; turn < 2; turn++) {
      const prefix = sharedLetters(rest, mayBe);
      if (prefix === '') break;
      rest = rest.map((head) =>
        head.length > prefix.length && head.startsWith(prefix) ? head.slice(prefix.length) : head,
      );
    }
    return rest;
  }

  return {
    tables(tables) {
      const names = tables.map(({ words }) => words);
      const first = sharedWord(names, 'first');
      const last = sharedWord(names, 'last');
      const saysTable = (word: number): boolean => tableWords.has(texts[word]!);
      return tables.map(({ words, schema }) => {
        let rest = words;
        if (schema.length > 0 && startsWith(rest, schema)) rest = rest.slice(schema.length);
        rest = withoutWord(withoutWord(rest, first, 'first'), last, 'last');
        while (rest.length > 1 && saysTable(rest[0]!)) rest = rest.slice(1);
        return rest.length > 1 && saysTable(rest.at(-1)!) ? rest.slice(0, -1) : rest;
      });
    },
    columns(raw, cut, table) {
      const flat = raw.filter((words) => isFlat(words, lexicon));
      const heads =
        flat.length > 0
          ? stripFlat(
              flat,
              table.map((word) => texts[word]!),
            )
          : [];
      const first = sharedWord(cut, 'first');
      let at = 0;
      return cut.map((words, i) => {
        const own = raw[i]!;
        const head = own === flat[at] ? heads[at++] : undefined;
        if (head !== undefined && head !== texts[own[0]!]) {
          const word = lexicon.idOf(head);
          return [...(compounds.cut(word) ?? [word]), ...own.slice(1)].slice(0, mostWords);
        }
        return withoutTableName(withoutWord(words, first, 'first'), table);
      });
    },
  };
}

/** One word, with a number behind it at most: nothing in it tells where a part begins. */
export function isFlat(raw: readonly number[], { texts, isNumber }: Lexicon): boolean {
  if (raw.length === 0) return false;
  const first = texts[raw[0]!]!.charCodeAt(0);
  if (first < 97 || first > 122) return false;
  for (let at = 1; at < raw.length; at++) if (!isNumber[raw[at]!]) return false;
  return true;
}

function startsWith(words: readonly number[], others: readonly number[]): boolean {
  return words.length > others.length && others.every((word, at) => words[at] === word);
}

/** What a table may be called inside the names of its columns, the longest first. */
function ownNames(table: readonly string[]): string[] {
  const flat = table.join('');
  const names = new Set([flat, table.map((word, at) => (at === table.length - 1 ? stemOf(word) : word)).join('')]);
  return [...names].filter((name) => name.length > 2).sort((a, b) => b.length - a.length);
}

function withoutOwnName(head: string, own: readonly string[]): string {
  for (const name of own) {
    if (head.length <= name.length) continue;
    if (head.startsWith(name)) return head.slice(name.length);
    if (head.length > name.length + 1 && head.endsWith(name)) return head.slice(0, -name.length);
  }
  return head;
}
