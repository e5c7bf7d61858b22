import { describe, expect, it } from 'vitest';
import { shortness } from './abbreviation.ts';

describe('shortness', () => {
  it.each([
    ['qty', 'quantity'],
    ['cust', 'customer'],
    ['addr', 'address'],
    ['psngr', 'passenger'],
    ['dprt', 'departure'],
    ['b', 'berth'],
    ['dr', 'draught'],
  ])('takes %s for short of %s', (short, long) => {
    expect(shortness(short, long)).toBeGreaterThan(0.4);
  });

  it.each([
    ['berth', 'berth', 'it is not shorter'],
    ['berths', 'berth', 'it is longer'],
    ['erth', 'berth', 'it begins with another letter'],
    ['bhr', 'berth', 'its letters come in another order'],
    ['brx', 'berth', 'a letter is missing'],
    ['', 'berth', 'there is nothing'],
  ])('does not take %s for short of %s: %s', (short, long) => {
    expect(shortness(short, long)).toBe(0);
  });

  it('is surer of a whole skeleton of consonants than of a part, and of that than of any letters', () => {
    const [whole, part, any] = ['pssngr', 'pssn', 'pae'].map((short) => shortness(short, 'passenger'));
    expect(whole).toBeGreaterThan(part!);
    expect(part).toBeGreaterThan(any!);
  });

  it('is surer of a beginning the longer it is', () => {
    const values = ['p', 'pa', 'pas', 'passe'].map((short) => shortness(short, 'passenger'));
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    expect(new Set(values).size).toBe(4);
  });
});
