import { describe, expect, it } from 'vitest';
import { sharedLetters, sharedWord } from './affixes.ts';

describe('the word that most names share', () => {
  it('is that of three fifths of the names', () => {
    expect(sharedWord([7, 7, 7, 4, 6])).toBe(7);
    expect(sharedWord([4, 7, 6, 7, 7])).toBe(7);
  });

  it('is none where fewer share it, where there are too few names, or where it is the whole name', () => {
    expect(sharedWord([7, 7, 7, 4, 5, 6])).toBe(-1);
    expect(sharedWord([7, 7])).toBe(-1);
    expect(sharedWord([-1, -1, -1])).toBe(-1);
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
