/** Numbers lists of words. Two names of the same words have the same form, so they are compared once. */

import { addNumber, createNumberList } from '../numbers/number-list.ts';
import { mostWords } from './cut-name.ts';
import type { Lexicon } from './lexicon.ts';
import { createSequences } from './sequences.ts';

/** All lists of words that names come to, each once. There are hundreds of thousands, so none is an object of its own. */
export interface Forms {
  readonly count: number;
  /** How many words a form has, and the number of each. */
  size(form: number): number;
  word(form: number, at: number): number;
  /** The numbers of all words of a form, in order. */
  wordsOf(form: number): number[];
  /** The letters of each form, a bit each. Like `keys`, it is replaced when forms are added. */
  readonly letters: Int32Array;
  /** Equal for forms of the same words in any order and inflection. */
  readonly keys: Int32Array;
  /** How many keys there are. */
  readonly keyCount: number;
  /** The words of a form, joined without anything between them. */
  flat(form: number): string;
  /** The number of the form of the words that stand in a list from `from` to `to`, which is added where it is new. */
  idOf(words: Int32Array, from?: number, to?: number): number;
  /** The key of the words of a form from a place to another; -1 where no form has it. */
  keyOf(form: number, from: number, to: number): number;
}

export function createForms(lexicon: Lexicon): Forms {
  const letters = createNumberList();
  const keys = createNumberList();
  let flat: (string | undefined)[] | undefined;
  const lists = createSequences();
  const keyLists = createSequences();
  const stems = new Int32Array(mostWords);
  /** Fills `stems` with those of some words of a form, sorted. */
  const sortStems = (form: number, from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const stem = lexicon.stems[lists.item(form, i)]!;
      let at = i - from;
      while (at > 0 && stems[at - 1]! > stem) {
        stems[at] = stems[at - 1]!;
        at--;
      }
      stems[at] = stem;
    }
  };
  const wordsOf = (form: number): number[] => {
    const words: number[] = [];
    for (let at = 0; at < lists.length(form); at++) words.push(lists.item(form, at));
    return words;
  };
  return {
    get count() {
      return lists.count;
    },
    size: lists.length,
    word: lists.item,
    wordsOf,
    get letters() {
      return letters.items;
    },
    get keys() {
      return keys.items;
    },
    get keyCount() {
      return keyLists.count;
    },
    flat(form) {
      flat ??= new Array<string | undefined>(lists.count);
      let text = flat[form];
      if (text === undefined) {
        text = '';
        for (let at = 0; at < lists.length(form); at++) text += lexicon.texts[lists.item(form, at)]!;
        flat[form] = text;
      }
      return text;
    },
    idOf(words, from = 0, to = words.length) {
      const before = lists.count;
      const form = lists.idOf(words, from, to);
      if (form < before) return form;
      let bits = 0;
      for (let i = from; i < to; i++) bits |= lexicon.letters[words[i]!]!;
      addNumber(letters, bits);
      sortStems(form, 0, to - from);
      addNumber(keys, keyLists.idOf(stems, 0, to - from));
      return form;
    },
    keyOf(form, from, to) {
      sortStems(form, from, to);
      return keyLists.find(stems, 0, to - from);
    },
  };
}
