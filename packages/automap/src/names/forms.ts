/** Numbers lists of words. Two names of the same words have the same form, so they are compared once. */

import { mostWords } from './cut-name.ts';
import type { Lexicon } from './lexicon.ts';
import { createSequences } from './sequences.ts';

/** All lists of words that names come to, each once. */
export interface Forms {
  /** The numbers of each form's words, in order. */
  readonly words: readonly (readonly number[])[];
  /** The letters of each form, a bit each. */
  readonly letters: readonly number[];
  /** Equal for forms of the same words in any order and inflection. */
  readonly keys: readonly number[];
  /** How many keys there are. */
  readonly keyCount: number;
  /** The words of a form, joined without anything between them. */
  flat(form: number): string;
  /** The number of the form of some words, which is added where it is new. */
  idOf(words: readonly number[]): number;
  /** The key of some words of a form; -1 where no form has it. */
  keyOf(words: readonly number[], from: number, to: number): number;
}

export function createForms(lexicon: Lexicon): Forms {
  const words: (readonly number[])[] = [];
  const letters: number[] = [];
  const keys: number[] = [];
  const flat: (string | undefined)[] = [];
  const lists = createSequences();
  const keyLists = createSequences();
  const stems = new Int32Array(mostWords);
  /** Fills `stems` with those of some words, sorted. */
  const sortStems = (list: readonly number[], from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const stem = lexicon.stems[list[i]!]!;
      let at = i - from;
      while (at > 0 && stems[at - 1]! > stem) {
        stems[at] = stems[at - 1]!;
        at--;
      }
      stems[at] = stem;
    }
  };
  return {
    words,
    letters,
    keys,
    get keyCount() {
      return keyLists.count;
    },
    flat(form) {
      let text = flat[form];
      if (text === undefined) {
        const list = words[form]!;
        text = list.length === 1 ? lexicon.texts[list[0]!]! : list.map((word) => lexicon.texts[word]).join('');
        flat[form] = text;
      }
      return text;
    },
    idOf(numbers) {
      const before = lists.count;
      const id = lists.idOf(numbers, 0, numbers.length);
      if (id < before) return id;
      words.push(numbers);
      let bits = 0;
      for (let i = 0; i < numbers.length; i++) bits |= lexicon.letters[numbers[i]!]!;
      letters.push(bits);
      sortStems(numbers, 0, numbers.length);
      keys.push(keyLists.idOf(stems, 0, numbers.length));
      flat.push(undefined);
      return id;
    },
    keyOf(list, from, to) {
      sortStems(list, from, to);
      return keyLists.find(stems, 0, to - from);
    },
  };
}
