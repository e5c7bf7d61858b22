/** Reads the lists of words once, in the form in which names are compared with them. */

import { abbreviations } from '../words/abbreviations.ts';
import { commonWords } from '../words/common-words.ts';
import type { SynonymGroup } from '../words/synonym-group.ts';
import { stemOf } from './stem.ts';

/** A word or phrase as its stems, joined by blanks: `created at`. */
export type Sense = string;

export interface WordLists {
  /** Single words that names without separators may be cut by. */
  readonly known: ReadonlySet<string>;
  /** What a listed short form stands for. */
  readonly longOf: ReadonlyMap<string, readonly Sense[]>;
  /** All that short forms stand for. */
  readonly shortened: ReadonlySet<Sense>;
  /** The groups in which a word or phrase stands. */
  readonly groupsOf: ReadonlyMap<Sense, readonly number[]>;
  /** Whether the words of a group can be put for each other. */
  readonly isClose: readonly boolean[];
  /** The number of words of each phrase of a group or of an abbreviation, by its sense. */
  readonly phrases: ReadonlyMap<Sense, number>;
  /** The first words of the phrases. */
  readonly phraseStarts: ReadonlySet<Sense>;
}

/** The sense of words that are already cut. */
export function senseOf(words: readonly string[]): Sense {
  return words.map(stemOf).join(' ');
}

/** The lists with these synonyms; those of the latest caller are kept. */
export function readWordLists(synonyms: readonly SynonymGroup[]): WordLists {
  if (latest?.synonyms !== synonyms) latest = { synonyms, lists: read(synonyms) };
  return latest.lists;
}

let latest: { readonly synonyms: readonly SynonymGroup[]; readonly lists: WordLists } | undefined;

function read(synonyms: readonly SynonymGroup[]): WordLists {
  const known = new Set(commonWords);
  const longOf = new Map<string, Sense[]>();
  const groupsOf = new Map<Sense, number[]>();
  const phrases = new Map<Sense, number>();
  const take = (text: string): Sense => {
    const words = text.split(' ');
    const sense = senseOf(words);
    if (words.length > 1) phrases.set(sense, words.length);
    else if (text.length > 3) known.add(text);
    return sense;
  };
  for (const [long, shorts] of abbreviations) {
    const sense = take(long);
    for (const short of shorts) addTo(longOf, short, sense);
  }
  synonyms.forEach(({ words }, group) => {
    for (const word of words) addTo(groupsOf, take(word.toLowerCase()), group);
  });
  const phraseStarts = new Set([...phrases.keys()].map((sense) => sense.slice(0, sense.indexOf(' '))));
  return {
    known,
    longOf,
    shortened: new Set([...longOf.values()].flat()),
    groupsOf,
    isClose: synonyms.map(({ strength }) => strength === 'close'),
    phrases,
    phraseStarts,
  };
}

function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else if (!values.includes(value)) values.push(value);
}
