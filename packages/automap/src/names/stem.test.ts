import { describe, expect, it } from 'vitest';
import { stemOf } from './stem.ts';

describe('stemOf', () => {
  it.each([
    ['addresses', 'address'],
    ['ships', 'ship'],
    ['shipped', 'shipping'],
    ['categories', 'category'],
    ['boxes', 'box'],
    ['prices', 'price'],
    ['copied', 'copies'],
    ['called', 'calls'],
    ['passed', 'pass'],
    ['created', 'create'],
  ])('takes %s and %s for forms of one word', (a, b) => {
    expect(stemOf(a)).toBe(stemOf(b));
  });

  it.each([
    ['status', 'stat'],
    ['analysis', 'analy'],
    ['bus', 'bu'],
    ['gas', 'ga'],
    ['ring', 'r'],
    ['need', 'ne'],
    ['process', 'proc'],
  ])('leaves of %s more than %s', (word, tooShort) => {
    expect(stemOf(word)).not.toBe(tooShort);
  });

  it('leaves something of every word', () => {
    for (const word of ['', 's', 'es', 'ies', 'ing', 'ed', 'sss', 'eeee', 'inging'])
      expect(stemOf(word).length > 0).toBe(word.length > 0);
  });
});
