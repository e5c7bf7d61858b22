/** Finds the forms of names that depend on nothing but the habits of their side: compounds cut, phrases joined. */

import type { Compounds } from './compounds.ts';
import { mostWords } from './cut-name.ts';
import type { Forms } from './forms.ts';
import type { Lexicon } from './lexicon.ts';
import type { NameBook } from './name-book.ts';
import type { JoinPhrases } from './phrases.ts';

/** Words that half of a side's long names run together: only there are compounds cut that are known in part. */
const longName = 8;

export interface FormFinder {
  cutForm(name: number): number;
  phrasedForm(name: number): number;
}

/** @param partly whether compounds are cut of which a part is unknown */
export function createFormFinder(
  names: NameBook,
  forms: Forms,
  compounds: Compounds,
  joinPhrases: JoinPhrases,
  partly: boolean,
): FormFinder {
  const cutForms = new Int32Array(names.count).fill(-1);
  const phrasedForms = new Int32Array(names.count).fill(-1);
  const cutWord = (word: number): readonly number[] | undefined =>
    compounds.cut(word) ?? (partly ? compounds.cutPartly(word) : undefined);
  const cutForm = (name: number): number => {
    if (cutForms[name]! >= 0) return cutForms[name]!;
    const raw = names.rawForm(name);
    const words = forms.words[raw]!;
    let any = false;
    for (let at = 0; at < words.length; at++) if (cutWord(words[at]!) !== undefined) any = true;
    const form = any ? forms.idOf(words.flatMap((word) => cutWord(word) ?? [word]).slice(0, mostWords)) : raw;
    cutForms[name] = form;
    return form;
  };
  return {
    cutForm,
    phrasedForm(name) {
      if (phrasedForms[name]! >= 0) return phrasedForms[name]!;
      const cut = cutForm(name);
      const words = forms.words[cut]!;
      const joined = joinPhrases(words);
      phrasedForms[name] = joined === words ? cut : forms.idOf(joined);
      return phrasedForms[name]!;
    },
  };
}

/**
 * Whether at least half of the long names are a single word.
 *
 * @param own 1 for each name that the side has
 */
export function mostlyRunTogether(own: Uint8Array, names: NameBook, forms: Forms, { texts }: Lexicon): boolean {
  let long = 0;
  let single = 0;
  for (let name = 0; name < own.length; name++) {
    if (own[name] === 0) continue;
    const words = forms.words[names.rawForm(name)]!;
    let length = 0;
    for (let at = 0; at < words.length; at++) length += texts[words[at]!]!.length;
    if (length < longName) continue;
    long++;
    if (words.length === 1) single++;
  }
  return long > 0 && single * 2 >= long;
}
