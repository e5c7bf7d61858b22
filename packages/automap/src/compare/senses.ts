/** What words mean by the lists, and which words of one side mean the same as one of the other. */

import { type Sense, senseOf, type WordLists } from '../names/word-lists.ts';

/** A meaning of a word, and whether the word is short for it. */
export type Meaning = readonly [sense: Sense, short: boolean];

export interface Senses {
  readonly lists: WordLists;
  /** What a word means by the lists; nothing where no list has it. */
  of(word: number): readonly Meaning[];
}

/** Most words stand in no list: they share this. */
const none: readonly Meaning[] = [];

/** Reads each word once: those of tables are most often those of columns too, and both sides have many in common. */
export function createSenses(texts: readonly string[], lists: WordLists): Senses {
  const known: (readonly Meaning[] | undefined)[] = new Array(texts.length).fill(undefined);
  const read = (text: string): readonly Meaning[] => {
    // A phrase is written as its sense.
    const own = text.includes(' ') ? text : senseOf([text]);
    const long = lists.longOf.get(text);
    const isListed = lists.groupsOf.has(own) || lists.shortened.has(own);
    if (long === undefined) return isListed ? [[own, false]] : none;
    const meanings = long.map((sense) => [sense, true] as const);
    return isListed ? [[own, false], ...meanings] : meanings;
  };
  return {
    lists,
    of(word) {
      known[word] ??= read(texts[word]!);
      return known[word];
    },
  };
}
