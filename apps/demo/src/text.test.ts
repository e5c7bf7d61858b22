import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counted, fit, pad, widthOf } from './text.ts';

test('a name that fits stays as it is, a longer one loses its middle', () => {
  expect(fit('billing_address_id', 18)).toBe('billing_address_id');
  expect(fit('billing_address_id', 12)).toBe('billin…ss_id');
  expect(fit('billing_address_id', 1)).toBe('…');
});

test('what would move the cursor or colour the terminal is shown as a replacement character', () => {
  expect(fit('a\n\u{1b}[31mb\u{202e}c')).toBe('a��[31mb�c');
});

test('any text becomes one line without control characters, no longer than asked', () => {
  // Lone surrogates included: a name comes from somebody else's database.
  const units = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((codes) => String.fromCharCode(...codes));
  fc.assert(
    fc.property(units, fc.integer({ min: 1, max: 60 }), (name, width) => {
      const fitted = fit(name, width);
      expect(widthOf(fitted)).toBeLessThanOrEqual(width);
      expect(widthOf(pad(name, width))).toBe(width);
      expect(fitted).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(fit(fitted, width)).toBe(fitted);
    }),
  );
});

test('wide letters take two columns, and are never cut in half', () => {
  expect(widthOf('订单 é e\u0301 ｱ Ａ 😀')).toBe(4 + 1 + 1 + 1 + 1 + 1 + 2 + 1 + 2 + 1 + 2);
  expect(fit('客户订单编号', 8)).toBe('客户…号');
  expect(fit('👩‍👩‍👧表', 3)).not.toContain('👩‍👩');
});

test('one is singular, everything else plural', () => {
  expect([0, 1, 2].map((count) => counted(count, 'table'))).toEqual(['0 tables', '1 table', '2 tables']);
});
