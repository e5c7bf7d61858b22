import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tries } from '../../../../test/properties.ts';
import { counted, fit, heightOf, pad, shared, widthOf } from './text.ts';

test('a name that fits stays as it is, a longer one loses its middle', () => {
  expect(fit('billing_address_id', 18)).toBe('billing_address_id');
  expect(fit('billing_address_id', 12)).toBe('billin…ss_id');
  expect(fit('billing_address_id', 1)).toBe('…');
});

test('any text becomes one line without control characters, no longer than asked', () => {
  // Lone surrogates included: a name comes from somebody else's database. Half of the letters are those that matter here.
  const odd = [...'\u200d\u200c\u200f\u202e\u2066\u2067\u2068\u2069\u{fe0f}\u0301אبx👩🏽 \n\u{1b}'];
  const letter = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  const names = fc
    .array(fc.oneof(letter, fc.constantFrom(...odd)), { maxLength: 60 })
    .map((letters) => letters.join(''));
  fc.assert(
    fc.property(names, fc.integer({ min: 1, max: 60 }), (name, width) => {
      const fitted = fit(name, width);
      expect(widthOf(fitted)).toBeLessThanOrEqual(width);
      expect(widthOf(pad(name, width))).toBe(width);
      expect(fitted.replaceAll(/\u2068[^\u2068\u2069]*\u2069/g, '')).not.toMatch(/[\u2066-\u2069]/);
      expect(fitted).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066\u2067]/u);
      expect(fit(fitted, width)).toBe(fitted);
    }),
    { numRuns: tries(300) },
  );
});

test('wide letters take two columns, and are never cut in half', () => {
  expect(widthOf('订单 é e\u0301 ｱ Ａ 😀')).toBe(4 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 2 + 1 + 2);
  expect(fit('客户订单编号', 8)).toBe('客户…号');
  expect(fit('👩‍👩‍👧表', 3)).not.toContain('👩‍👩');
});

test.each([
  ['a family joined by ZWJ', '👩‍👩‍👧', 2],
  ['a flag', '🇩🇪', 2],
  ['Hangul in parts', '\u1112\u1161\u11ab', 2],
  ['Persian with a non-joiner', 'می\u200cخواهم', 7],
  ['Hebrew with points', 'שָׁלוֹם', 4],
])('%s is printed whole and measured as terminals draw it', (_what, name, width) => {
  expect(fit(name)).toContain(name);
  expect(widthOf(fit(name))).toBe(width);
  expect(widthOf(pad(name, 20))).toBe(20);
});

test('colours take no column, and a line that is too long goes on below', () => {
  expect(widthOf('\u{1b}[31m表\u{1b}[39m')).toBe(2);
  expect(heightOf(`${'x'.repeat(80)}\n\n${'x'.repeat(81)}`, 80)).toBe(4);
});

test('two texts share their room: the longer one gives way', () => {
  expect(shared(20, 5, 8)).toEqual([5, 8]);
  expect(shared(20, 5, 30)).toEqual([5, 15]);
  expect(shared(20, 30, 5)).toEqual([15, 5]);
  expect(shared(21, 30, 30)).toEqual([11, 10]);
});

test('one is singular, everything else plural', () => {
  const counts = [0, 1, 2, 2000].map((count) => counted(count, 'table'));
  expect(counts).toEqual(['0 tables', '1 table', '2 tables', '2,000 tables']);
});
