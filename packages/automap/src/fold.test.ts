import { describe, expect, it } from 'vitest';
import { foldWords } from './fold.ts';

const fold = (name: string) => foldWords(name).join('');

describe('foldWords', () => {
  it.each([
    ['actor_id', ['ACTOR', 'ID']],
    ['ActorID', ['ACTOR', 'ID']],
    ['[Actor Id]', ['ACTOR', 'ID']],
    ['XMLFile2', ['XML', 'FILE2']],
    ['CUSTOMER', ['CUSTOMER']],
    ['__a--b__', ['A', 'B']],
  ])('splits %s into %j', (name, words) => {
    expect(foldWords(name)).toEqual(words);
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

  it.each(['', '#', '%/.', '\ud800', '👍'])('finds no word in %j', (name) => {
    expect(foldWords(name)).toEqual([]);
  });
});
