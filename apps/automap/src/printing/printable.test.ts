import { expect, test } from 'vitest';
import { joinCut, printable } from './printable.ts';

test('what would move the cursor, end the line or colour the terminal is shown as a replacement character', () => {
  expect(printable('a\n\u{1b}[31mb\u2028c')).toBe('a��[31mb�c');
});

test('what would turn the rest of the line round is replaced, open isolates included', () => {
  expect(printable('a\u202eb\u2066c\u2068d\u2069\u2069')).toBe('a�b�c\u2068d\u2069�');
});

test('what shows nothing and joins nothing is replaced: two names that differ must not look alike', () => {
  expect(printable('pay\u200bments\ufeff\u00ad')).toBe('pay�ments��');
});

test.each(['👨‍👩‍👧', 'e\u0301', 'க்\u200dஷ', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'])(
  '%s stays as it is',
  (name) => {
    expect(printable(name)).toBe(name);
  },
);

test.each(['שלום', 'جدول الطلبات', 'می\u200cخواهم', 'order_שלום'])('%s is isolated, once', (name) => {
  expect(printable(name)).toBe(`\u2068${name}\u2069`);
  expect(printable(`${printable(name)} → x`)).toBe(`\u2068${name}\u2069 → x`);
});

test('a cut through an isolate leaves whole isolates on either side', () => {
  expect(joinCut('\u2068א', 'ב\u2069')).toBe('\u2068א…ב\u2069');
  expect(joinCut('\u2068א', 'b')).toBe('\u2068א\u2069…b');
  expect(joinCut('a', 'ב\u2069 c')).toBe('a…\u2068ב\u2069 c');
  expect(joinCut('a', '\u2068ב\u2069')).toBe('a…\u2068ב\u2069');
});
