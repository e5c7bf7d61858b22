import { describe, expect, it } from 'vitest';
import { createLexicon } from '../names/lexicon.ts';
import { readWordLists } from '../names/word-lists.ts';
import { tuning } from '../tuning.ts';
import { synonyms } from '../words/synonyms.ts';
import { compareLetters } from './letters.ts';
import { createSenses } from './senses.ts';
import { compareWords } from './words.ts';

/** Compares words of a source with words of a target; `lessons` are taught before. */
function comparing(
  source: readonly string[],
  target: readonly string[],
  lessons: readonly (readonly [string, string, number])[] = [],
  groups = synonyms,
) {
  const { idOf, ...lexicon } = createLexicon();
  const ids = (words: readonly string[]) => words.map(idOf);
  const set = { sources: ids(source), targets: ids(target) };
  const words = compareWords(
    { idOf, ...lexicon },
    set,
    compareLetters({ idOf, ...lexicon }, [set], tuning.word)[0]!,
    createSenses(lexicon.texts, readWordLists(groups)),
    lessons.map(([s, t, value]) => [idOf(s), idOf(t), value] as const),
    tuning,
  );
  const neighboursOf = (word: number): number[] => {
    const { starts, ends, words: others } = words.neighbours;
    return [...others.subarray(starts[word], ends[word])];
  };
  return {
    /** `abbreviation 0.93`; undefined where neither stands for the other. */
    told: (s: string, t: string) => {
      const value = words.likeness(idOf(s), idOf(t));
      return value === 0 ? undefined : `${words.relation(idOf(s), idOf(t))} ${value}`;
    },
    likeness: (s: string, t: string) => words.likeness(idOf(s), idOf(t)),
    neighbours: (s: string) => neighboursOf(idOf(s)).map((word) => lexicon.texts[word]),
  };
}

describe('how surely a word stands for another', () => {
  const { told, likeness } = comparing(
    ['berth', 'berths', 'qty', 'client', 'parent', 'psngr', 'organisation', 'ferry'],
    ['berth', 'quantity', 'customer', 'super', 'passenger', 'organization', 'weather'],
  );

  it.each([
    ['berth', 'berth', 'same 1'],
    ['berths', 'berth', `inflection ${tuning.word.inflection}`],
    ['qty', 'quantity', `abbreviation ${tuning.word.listed}`],
    ['client', 'customer', `synonym ${tuning.word.close}`],
    ['ferry', 'weather', undefined],
  ])('%s and %s: %s', (s, t, expected) => {
    expect(told(s, t)).toBe(expected);
  });

  it('goes by letters where no list has the words', () => {
    expect(told('psngr', 'passenger')).toMatch(/^abbreviation/);
    expect(told('organisation', 'organization')).toBeDefined();
  });

  it('is less for words that are often the same than for words that are the same', () => {
    const loose = comparing(['berth'], ['cabin'], [], [{ words: ['berth', 'cabin'], strength: 'loose' }]);
    expect(loose.told('berth', 'cabin')).toBe(`synonym ${tuning.word.loose}`);
    expect(tuning.word.loose).toBeLessThan(likeness('client', 'customer'));
  });

  it('lists as neighbours exactly the words that it is above 0 for', () => {
    const words = ['berth', 'bert', 'quantity', 'qty', 'amount', 'b'];
    const { likeness, neighbours } = comparing(words, words);
    for (const word of words)
      expect(neighbours(word).toSorted()).toEqual(words.filter((other) => likeness(word, other) > 0).toSorted());
  });

  it('does not go by spelling where both sides have both words', () => {
    const known = comparing(['charter', 'charger'], ['charter', 'charger']);
    expect(known.told('charter', 'charger')).toBeUndefined();
    expect(comparing(['charter'], ['charger']).told('charter', 'charger')).toMatch(/^similar/);
  });
});

describe('synonyms', () => {
  it('are those that the caller gives', () => {
    expect(comparing(['client'], ['customer'], [], []).told('client', 'customer')).toBeUndefined();
    const own = comparing(['ferry'], ['vessel'], [], [{ words: ['ferry', 'vessel'], strength: 'close' }]);
    expect(own.told('ferry', 'vessel')).toBe(`synonym ${tuning.word.close}`);
  });
});

describe('lessons', () => {
  it('count where they say more than the words do', () => {
    expect(comparing(['zone'], ['area'], [['zone', 'area', 0.9]], []).told('zone', 'area')).toBe('learned 0.9');
    const weaker = comparing(['client'], ['customer'], [['client', 'customer', 0.5]]);
    expect(weaker.told('client', 'customer')).toBe(`synonym ${tuning.word.close}`);
  });

  it('below 0 say that words do not stand for each other', () => {
    expect(comparing(['client'], ['customer'], [['client', 'customer', -1]]).told('client', 'customer')).toBe(
      undefined,
    );
  });
});
