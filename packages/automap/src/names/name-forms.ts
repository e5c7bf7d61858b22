/** Finds the forms of names that depend on nothing but the habits of their side: compounds cut, phrases joined. */

import { remembered } from '../numbers/number-list.ts';
import type { Compounds } from './compounds.ts';
import { mostWords } from './cut-name.ts';
import type { Forms } from './forms.ts';
import type { Lexicon } from './lexicon.ts';
import type { NameBook } from './name-book.ts';

/** Words that half of a side's long names run together: only there are compounds cut that are known in part. */
const longName = 8;

/**
 * Finds the form in which the compounds of another are cut.
 *
 * @param partly whether compounds are cut of which a part is unknown
 */
export function createFormCutter(forms: Forms, compounds: Compounds, partly: boolean): (form: number) => number {
  const cutWord = (word: number): readonly number[] | undefined =>
    compounds.cut(word) ?? (partly ? compounds.cutPartly(word) : undefined);
  return remembered((form) => {
    let any = false;
    for (let at = 0; at < forms.size(form); at++) if (cutWord(forms.word(form, at)) !== undefined) any = true;
    if (!any) return form;
    const words = Int32Array.from(forms.wordsOf(form).flatMap((word) => cutWord(word) ?? [word]));
    return forms.idOf(words, 0, Math.min(words.length, mostWords));
  });
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
    const form = names.rawForm(name);
    const size = forms.size(form);
    let length = 0;
    for (let at = 0; at < size; at++) length += texts[forms.word(form, at)]!.length;
    if (length < longName) continue;
    long++;
    if (size === 1) single++;
  }
  return long > 0 && single * 2 >= long;
}
