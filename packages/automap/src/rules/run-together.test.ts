import { describe, expect, it } from 'vitest';
import { shortness } from './abbreviation.ts';
import { isSubsequence, readAlong } from './run-together.ts';

const settings = { oneLetter: 0.6, skippedWord: 0.35 };
const read = (flat: string, words: readonly string[], weights = words.map(() => 1)) =>
  readAlong(flat, words, weights, shortness, settings);

describe('isSubsequence', () => {
  it.each([
    ['gps', 'grossprofitsum', true],
    ['', 'berth', true],
    ['spg', 'grossprofitsum', false],
    ['berth', 'bert', false],
    ['tt', 'berth', false],
  ])('%j in %j: %s', (flat, whole, expected) => {
    expect(isSubsequence(flat, whole)).toBe(expected);
  });
});

describe('readAlong', () => {
  it('reads whole words best, then short ones, then first letters', () => {
    const words = ['berth', 'number'];
    const [whole, short, letters] = ['berthnumber', 'brthnmbr', 'bn'].map((flat) => read(flat, words));
    expect(whole).toBe(1);
    expect(short).toBeGreaterThan(letters!);
    expect(letters).toBeGreaterThan(0);
  });

  it('lets words out, the cheaper the less they weigh', () => {
    const words = ['number', 'of', 'passengers'];
    expect(read('numpassengers', words, [1, 0.1, 1])).toBeGreaterThan(read('numpassengers', words, [1, 1, 1]));
    expect(read('numpassengers', words)).toBeGreaterThan(0);
  });

  it.each([
    ['numberberth', ['berth', 'number'], 'the words come in another order'],
    ['berthx', ['berth', 'number'], 'a letter belongs to no word'],
    ['berth', ['berth'], 'there is one word alone'],
    ['abcdefg', ['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'there are more than six words'],
    ['b'.repeat(25), ['b'.repeat(20), 'b'.repeat(20)], 'there are more than 24 letters'],
  ])('does not read %s along %j: %s', (flat, words) => {
    expect(read(flat, words)).toBe(0);
  });
});
