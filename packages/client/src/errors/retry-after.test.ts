import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retryAfterSeconds } from './retry-after.ts';

const now = Date.UTC(2026, 0, 1, 0, 0, 0);

test.each([
  ['7', 7],
  [' 0 ', 0],
  ['Thu, 01 Jan 2026 00:00:05 GMT', 5],
  ['Wed, 31 Dec 2025 23:59:00 GMT', 0],
])('%j waits %d seconds', (header, seconds) => {
  expect(retryAfterSeconds(header, now)).toBe(seconds);
});

test.each([null, '', '-1', '1.5', 'soon', '99999999999'])('%j says nothing', (header) => {
  expect(retryAfterSeconds(header, now)).toBeUndefined();
});

test('whatever the header holds, the result is a whole number from 0 or nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.date().map(String)), (header) => {
      const seconds = retryAfterSeconds(header, now);
      expect(seconds === undefined || (Number.isSafeInteger(seconds) && seconds >= 0)).toBe(true);
    }),
  );
});
