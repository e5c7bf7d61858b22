/** Holds every distinct name of both sides: real catalogs repeat most names, so each is cut once. */

import { addNumber, createNumberList, grown } from '../numbers/number-list.ts';
import { createCutter, mostWords } from './cut-name.ts';
import type { Forms } from './forms.ts';
import type { Lexicon } from './lexicon.ts';
import { createSequences } from './sequences.ts';
import { createTexts } from './texts.ts';

/** The longest name that the API can carry, in characters. */
const longestName = 256;

/** Names by their numbers. Half a million of them have no room for an object each. */
export interface NameBook {
  readonly count: number;
  /** The number of a name that can be mapped, which is added where it is new. */
  idOf(text: string): number;
  /** The form of the name's words as they were written. */
  rawForm(name: number): number;
  /** Those of all names so far. */
  rawForms(): Int32Array;
  /** The number of the name without case, punctuation and accents; -1 where nothing is left. */
  folded(name: number): number;
}

export function createNameBook(lexicon: Lexicon, forms: Forms): NameBook {
  const texts = createTexts();
  const folds = createSequences();
  const cutter = createCutter();
  const words = new Int32Array(mostWords);
  const rawForms = createNumberList();
  const foldedNames = createNumberList();
  // One more than the folded name of each form that has all letters of its names; 0 where it is not known.
  let foldOfForm = new Int32Array(1 << 10);

  /** The number of the folded name of the name that was cut last; names of the same words have most often the same. */
  function foldOf(form: number): number {
    if (cutter.length === 0) return -1;
    if (!isWhole()) return folds.idOf(cutter.codes, 0, cutter.length);
    while (form >= foldOfForm.length) foldOfForm = grown(foldOfForm);
    if (foldOfForm[form] === 0) foldOfForm[form] = folds.idOf(cutter.codes, 0, cutter.length) + 1;
    return foldOfForm[form]! - 1;
  }

  /** Whether the words that were cut are all letters of the name: there may be more of them, and signs that are words. */
  function isWhole(): boolean {
    let end = 0;
    for (let at = 0; at < cutter.count; at++) {
      if (cutter.starts[at] !== end) return false;
      end = cutter.ends[at]!;
    }
    return end === cutter.length;
  }

  return {
    get count() {
      return rawForms.count;
    },
    rawForm: (name) => rawForms.items[name]!,
    rawForms: () => rawForms.items.subarray(0, rawForms.count),
    folded: (name) => foldedNames.items[name]!,
    idOf(text) {
      const id = texts.idOf(text);
      if (id < rawForms.count) return id;
      cutter.cut(text);
      for (let at = 0; at < cutter.count; at++)
        words[at] = lexicon.idOfCodes(cutter.codes, cutter.starts[at]!, cutter.ends[at]!);
      const form = forms.idOf(words, 0, cutter.count);
      addNumber(rawForms, form);
      addNumber(foldedNames, foldOf(form));
      return id;
    },
  };
}

/** Characters are code points, as the API's schema counts them; no name of more than twice as many units needs counting. */
export function isTooLong(name: string): boolean {
  if (name.length <= longestName) return false;
  return name.length > 2 * longestName || [...name].length > longestName;
}
