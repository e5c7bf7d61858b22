import { describe, expect, it } from 'vitest';
import { sharedLetters, sharedWord, withoutWord } from './affixes.ts';

describe('the word that most names share', () => {
  it('is that of three fifths of the names, at either end', () => {
    const names = [
      [7, 1],
      [7, 2],
      [7, 3],
      [4, 5],
      [6, 5],
    ];
    expect(sharedWord(names, 'first')).toBe(7);
    expect(sharedWord(names, 'last')).toBeUndefined();
    expect(
      sharedWord(
        names.map((name) => name.toReversed()),
        'last',
      ),
    ).toBe(7);
  });

  it('is none where fewer share it, where there are too few names, or where it is the whole name', () => {
    expect(
      sharedWord(
        [
          [7, 1],
          [7, 2],
          [7, 3],
          [4, 1],
          [5, 1],
          [6, 1],
        ],
        'first',
      ),
    ).toBeUndefined();
    expect(
      sharedWord(
        [
          [7, 1],
          [7, 2],
        ],
        'first',
      ),
    ).toBeUndefined();
    expect(sharedWord([[7], [7], [7]], 'first')).toBeUndefined();
  });

  it('leaves names of one word and names without it alone', () => {
    expect(withoutWord([7, 1], 7, 'first')).toEqual([1]);
    expect(withoutWord([1, 7], 7, 'last')).toEqual([1]);
    expect(withoutWord([7], 7, 'first')).toEqual([7]);
    expect(withoutWord([1, 7], 7, 'first')).toEqual([1, 7]);
    expect(withoutWord([7, 1], undefined, 'first')).toEqual([7, 1]);
  });
});

describe('the letters with which most names without separators begin', () => {
  const any = () => true;

  it('are the longest that leave something of each', () => {
    expect(sharedLetters(['bktitle', 'bkyear', 'bkpages'], any)).toBe('bk');
    expect(sharedLetters(['shelf', 'shelfrow', 'shelfroom'], any)).toBe('shel');
  });

  it('must be shared by more names the fewer they are', () => {
    const names = ['btitle', 'byear', 'bpages', 'blanguage', 'xshelf'];
    expect(sharedLetters(names, any)).toBe('');
    expect(sharedLetters(names.slice(0, 4), any)).toBe('b');
  });

  it('are none where they cannot be a prefix, or where there are too few names', () => {
    expect(sharedLetters(['bktitle', 'bkyear', 'bkpages'], () => false)).toBe('');
    expect(sharedLetters(['bktitle', 'bkyear'], any)).toBe('');
  });
});
