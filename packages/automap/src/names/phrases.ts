/** Takes listed phrases for one word, so that `zip_code` can mean `postcode`. */

import { remembered } from '../numbers/number-list.ts';
import type { Forms } from './forms.ts';
import type { Lexicon } from './lexicon.ts';
import { type Sense, senseOf, type WordLists } from './word-lists.ts';

const longestPhrase = 3;

/** The form in which every listed phrase of another is one word, the longest first; the very form where there is none. */
export type JoinPhrases = (form: number) => number;

export function createPhrases(lexicon: Lexicon, forms: Forms, lists: WordLists): JoinPhrases {
  const senses: (Sense | undefined)[] = new Array(lexicon.texts.length).fill(undefined);
  const mayStart: boolean[] = new Array(lexicon.texts.length).fill(false);
  const read = (word: number): void => {
    if (senses[word] !== undefined) return;
    const sense = plainSense(lexicon.texts[word]!, lists);
    senses[word] = sense;
    mayStart[word] = lists.phraseStarts.has(sense);
  };
  return remembered((form) => {
    let any = false;
    for (let at = 0; at + 1 < forms.size(form); at++) {
      const word = forms.word(form, at);
      read(word);
      if (mayStart[word]) any = true;
    }
    return any ? joined(form) : form;
  });

  function joined(form: number): number {
    const words = forms.wordsOf(form);
    read(words.at(-1)!);
    const own = words.map((word) => senses[word]!);
    let joined: number[] | undefined;
    for (let from = 0; from < words.length; from++) {
      let length = mayStart[words[from]!] ? Math.min(longestPhrase, words.length - from) : 1;
      while (length > 1 && lists.phrases.get(own.slice(from, from + length).join(' ')) !== length) length--;
      if (length > 1) {
        joined ??= words.slice(0, from);
        joined.push(lexicon.idOf(own.slice(from, from + length).join(' ')));
        from += length - 1;
      } else joined?.push(words[from]!);
    }
    return joined === undefined ? form : forms.idOf(Int32Array.from(joined));
  }
}

/** A short form that stands for one word alone is that word: `bth_dt` is no phrase, `birth_dt` is. */
function plainSense(word: string, lists: WordLists): Sense {
  const long = lists.longOf.get(word);
  return long?.length === 1 && !long[0]!.includes(' ') ? long[0]! : senseOf([word]);
}
