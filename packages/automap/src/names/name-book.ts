/** Holds every distinct name of both sides: real catalogs repeat most names, so each is cut once. */

import { createCutter } from './cut-name.ts';
import type { Forms } from './forms.ts';
import type { Lexicon } from './lexicon.ts';
import { createSequences } from './sequences.ts';

/** The longest name that the API can carry, in characters. */
const longestName = 256;

/** Names by their numbers. Half a million of them have no room for an object each. */
export interface NameBook {
  readonly count: number;
  /** How many folded names there are. */
  readonly folds: number;
  /** The number of a name that can be mapped, which is added where it is new. */
  idOf(text: string): number;
  /** The form of the name's words as they were written. */
  rawForm(name: number): number;
  /** The number of the name without case, punctuation and accents; -1 where nothing is left. */
  folded(name: number): number;
}

export function createNameBook(lexicon: Lexicon, forms: Forms): NameBook {
  const known = new Map<string, number>();
  const folds = createSequences(true);
  const cutter = createCutter();
  let rawForms = new Int32Array(1 << 10);
  let foldedNames = new Int32Array(1 << 10);
  let count = 0;
  return {
    get count() {
      return count;
    },
    get folds() {
      return folds.count;
    },
    rawForm: (name) => rawForms[name]!,
    folded: (name) => foldedNames[name]!,
    idOf(text) {
      const id = known.get(text);
      if (id !== undefined) return id;
      known.set(text, count);
      if (count === rawForms.length) {
        rawForms = grown(rawForms);
        foldedNames = grown(foldedNames);
      }
      cutter.cut(text);
      const words: number[] = new Array(cutter.count).fill(0);
      for (let at = 0; at < words.length; at++)
        words[at] = lexicon.idOfCodes(cutter.codes, cutter.starts[at]!, cutter.ends[at]!);
      rawForms[count] = forms.idOf(words);
      foldedNames[count] = cutter.length === 0 ? -1 : folds.idOf(cutter.codes, 0, cutter.length);
      return count++;
    },
  };
}

/** Characters are code points, as the API's schema counts them; no name of more than twice as many units needs counting. */
export function isTooLong(name: string): boolean {
  if (name.length <= longestName) return false;
  return name.length > 2 * longestName || [...name].length > longestName;
}

function grown(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * list.length);
  larger.set(list);
  return larger;
}
