/** Takes listed phrases for one word, so that `zip_code` can mean `postcode`. */

import type { Lexicon } from './lexicon.ts';
import { type Sense, senseOf, type WordLists } from './word-lists.ts';

const longestPhrase = 3;

/** The words with every listed phrase joined, the longest first; the very list where there is none. */
export type JoinPhrases = (words: readonly number[]) => readonly number[];

export function createPhrases(lexicon: Lexicon, lists: WordLists): JoinPhrases {
  const senses: (Sense | undefined)[] = new Array(lexicon.texts.length).fill(undefined);
  const mayStart: boolean[] = new Array(lexicon.texts.length).fill(false);
  const read = (word: number): void => {
    if (senses[word] !== undefined) return;
    const sense = plainSense(lexicon.texts[word]!, lists);
    senses[word] = sense;
    mayStart[word] = lists.phraseStarts.has(sense);
  };
  return (words) => {
    let any = false;
    for (let at = 0; at + 1 < words.length; at++) {
      read(words[at]!);
      if (mayStart[words[at]!]) any = true;
    }
    if (!any) return words;
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
    return joined ?? words;
  };
}

/** A short form that stands for one word alone is that word: `bth_dt` is no phrase, `birth_dt` is. */
function plainSense(word: string, lists: WordLists): Sense {
  const long = lists.longOf.get(word);
  return long?.length === 1 && !long[0]!.includes(' ') ? long[0]! : senseOf([word]);
}
