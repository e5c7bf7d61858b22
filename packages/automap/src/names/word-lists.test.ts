import { describe, expect, it } from 'vitest';
import { abbreviations } from '../words/abbreviations.ts';
import { commonWords } from '../words/common-words.ts';
import { synonyms } from '../words/synonyms.ts';
import { wordsOf } from './cut-name.ts';
import { readWordLists, senseOf } from './word-lists.ts';

const repeated = (list: readonly string[]) => list.filter((word, at) => list.indexOf(word) !== at);
/** As names are cut: in lower case, single blanks between words. */
const isPlain = (text: string) => text !== '' && wordsOf(text).join(' ') === text;

describe('the list of common words', () => {
  it('has single words in lower case, each once', () => {
    const list = [...commonWords];
    expect(list.filter((word) => !/^[a-z]+$/.test(word))).toEqual([]);
    expect(repeated(list)).toEqual([]);
  });
});

describe('the list of abbreviations', () => {
  it('has each word once, and short forms of letters, each once for a word', () => {
    const longs = [...abbreviations].map(([long]) => long);
    expect(longs.filter((long) => !isPlain(long))).toEqual([]);
    expect(repeated(longs)).toEqual([]);
    for (const [long, shorts] of abbreviations) {
      expect(shorts.length, long).toBeGreaterThan(0);
      expect(repeated(shorts), long).toEqual([]);
      expect(
        shorts.filter((short) => !/^[a-z0-9]+$/.test(short) || short === long),
        long,
      ).toEqual([]);
    }
  });
});

describe('the list of synonyms', () => {
  it('has groups of two at least, in lower case, each word once', () => {
    for (const { words } of synonyms) {
      expect(words.length, words[0]).toBeGreaterThan(1);
      expect(words.filter((word) => !isPlain(word))).toEqual([]);
      expect(repeated(words)).toEqual([]);
    }
  });

  it('has no group twice', () => {
    expect(repeated(synonyms.map(({ words }) => words.toSorted().join(', ')))).toEqual([]);
  });
});

describe('readWordLists', () => {
  const lists = readWordLists([
    { words: ['Berth', 'mooring place'], strength: 'close' },
    { words: ['berth', 'cabin'], strength: 'loose' },
  ]);

  it('tells the groups of a word by its sense, in any case and inflection', () => {
    expect(lists.groupsOf.get(senseOf(['berths']))).toEqual([0, 1]);
    expect(lists.groupsOf.get(senseOf(['mooring', 'places']))).toEqual([0]);
    expect(lists.groupsOf.get(senseOf(['mooring']))).toBeUndefined();
    expect(lists.isClose).toEqual([true, false]);
  });

  it('knows the words by which others may be cut, and the phrases', () => {
    expect(lists.known.has('cabin')).toBe(true);
    expect(lists.known.has('mooring place')).toBe(false);
    expect(lists.phrases.get(senseOf(['mooring', 'place']))).toBe(2);
  });

  it('tells what a short form stands for, whatever the synonyms are', () => {
    expect(readWordLists([]).longOf.get('qty')).toContain(senseOf(['quantity']));
    expect(readWordLists([]).groupsOf.size).toBe(0);
  });
});
