import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCutter, wordsOf } from './cut-name.ts';

const cutter = createCutter();
/** All letters and digits of a name, as names are compared for equality. */
const fold = (name: string): string => {
  cutter.cut(name);
  return String.fromCharCode(...cutter.codes.subarray(0, cutter.length));
};

describe('cutting a name', () => {
  it.each([
    ['actor_id', ['actor', 'id']],
    ['ActorID', ['actor', 'id']],
    ['[Actor Id]', ['actor', 'id']],
    ['XMLFile2', ['xml', 'file', '2']],
    ['CUSTOMER', ['customer']],
    ['__a--b__', ['a', 'b']],
    ['q1total', ['q', '1', 'total']],
    ['discount%', ['discount', 'percent']],
    ['#rooms', ['number', 'rooms']],
    ['prénomUsuel', ['prenom', 'usuel']],
    ['ﬁleＩＤ', ['file', 'id']],
  ])('splits %s into %j', (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });

  it.each([
    ['Straße', 'STRASSE'],
    ['GROẞ', 'gross'],
    ['Größe', 'grosse'],
    ['ΟΔΟΣ', 'οδος'],
    ['ΟΔΟΣ_ID', 'οδοςId'],
    ['ıd', 'ID'],
    ['ＩＤ', 'id'],
    ['ﬁle', 'FILE'],
    ['Имя', 'имя'],
    ['prénom', 'prenom'],
    ['pre\u0301nom', 'pr\u00e9nom'],
  ])('folds %s and %s to the same', (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });

  it.each([
    ['か', 'が'],
    ['ข้าว', 'ขาว'],
    ['o', 'ø'],
    ['價格', '价格'],
    ['address1', 'address2'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(fold(a)).not.toBe(fold(b));
  });

  it.each(['', '_', '/.', '\ud800', '👍'])('finds no word in %j', (name) => {
    expect(wordsOf(name)).toEqual([]);
    expect(fold(name)).toBe('');
  });

  it('tells a sign by a word, but not by a letter', () => {
    expect(wordsOf('%#')).toEqual(['percent', 'number']);
    expect(fold('%#')).toBe('');
  });

  it('cuts eight words at most, and folds all letters', () => {
    const name = 'a_b_c_d_e_f_g_h_i_j';
    expect(wordsOf(name)).toHaveLength(8);
    expect(fold(name)).toBe('abcdefghij');
  });

  it('takes no word that begins behind 200 characters, and nothing of names beyond 1,024', () => {
    expect(wordsOf(`${'_'.repeat(199)}last`)).toEqual(['last']);
    expect(wordsOf(`${'_'.repeat(200)}last`)).toEqual([]);
    expect(fold(`${'_'.repeat(200)}last`)).toBe('last');
    expect(fold('x'.repeat(1025))).toBe('');
  });

  it('cuts ASCII by hand as it cuts everything else by an expression', () => {
    const ascii = fc.string({ unit: fc.constantFrom(...'aZbQ19_ -%#['), maxLength: 20 });
    fc.assert(
      fc.property(ascii, (name) => {
        const accented = `${name}\u0301`;
        expect(wordsOf(accented)).toEqual(wordsOf(name));
        expect(fold(accented)).toBe(fold(name));
      }),
    );
  });
});
