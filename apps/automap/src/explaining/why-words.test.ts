import { columnReasons, type WordMatch, type WordRelation } from '@roma-fdi/automap';
import { describe, expect, test } from 'vitest';
import { inPercent, rivalWords, whyWords } from './why-words.ts';

const words = (...matches: [string, string, WordRelation][]): WordMatch[] =>
  matches.map(([source, target, relation]) => ({ source, target, relation }));
const why = (source: string, target: string, reason: keyof typeof columnReasons, matched: WordMatch[]) =>
  whyWords(source, target, [reason, columnReasons[reason]], matched).join(', ');

describe('why two names were taken for each other', () => {
  test.each([
    [
      'mail',
      'email_address',
      words(['mail', 'email', 'synonym']),
      '`mail` is a part of `email_address`, `mail` means the same as `email`',
    ],
    ['CustomerName', 'name', words(['name', 'name', 'same']), '`name` is a part of `CustomerName`'],
    ['order_no', 'sales_no', words(['no', 'no', 'same']), 'the names have words in common (`no`)'],
    ['order_no', 'sales_no', [], 'the names have words in common'],
  ])('of %s and %s that share a part', (source, target, matched, expected) => {
    expect(why(source, target, 'part-of-name', matched)).toBe(expected);
  });

  test('tells the words instead of the rule where they say all', () => {
    const both = words(['qty', 'quantity', 'abbreviation'], ['number', 'no', 'abbreviation'], ['x', 'x', 'same']);
    expect(why('qty_number_x', 'quantity_no_x', 'abbreviation', both)).toBe(
      '`qty` is short for `quantity`, `no` is short for `number`',
    );
    expect(why('client', 'customer', 'synonym', words(['client', 'customer', 'synonym']))).toBe(
      '`client` means the same as `customer`',
    );
    expect(why('a', 'b', 'synonym', [])).toBe(columnReasons.synonym);
  });

  test('tells the rule, and the words behind it', () => {
    expect(why('id', 'id', 'same-name', [])).toBe('both columns have the same name');
    expect(why('users', 'user', 'same-words', words(['users', 'user', 'inflection']))).toBe(
      `${columnReasons['same-words']}, \`users\` is another form of \`user\``,
    );
  });

  test('holds no control characters', () => {
    expect(why('a\u001b', 'a_b', 'part-of-name', words(['a', 'a', 'same']))).toBe('`a\u{FFFD}` is a part of `a_b`');
  });
});

test('says how far the next comes', () => {
  expect(rivalWords('column', [], 0.9)).toBe('no other column comes near');
  expect(rivalWords('table', [{ name: 'x', score: 0.2 }], 0.9)).toBe('no other table comes near');
  expect(
    rivalWords(
      'column',
      [
        { name: 'note', score: 0.412 },
        { name: 'x', score: 0.3 },
      ],
      0.871,
    ),
  ).toBe('next comes note, 0.41 to 0.87');
});

test('rounds a confidence down, so that only what is certain is 100', () => {
  expect([1, 0.999, 0.93, 0.29, 0].map(inPercent)).toEqual(['100', '99', '93', '29', '0']);
});
