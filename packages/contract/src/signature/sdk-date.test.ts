import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSdkDate, sdkDate } from './sdk-date.ts';

const latest = Date.UTC(9999, 11, 31, 23, 59, 59);

test('any second of four-digit years is read as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: latest / 1000 }), (second) => {
      expect(sdkDate(second * 1000)).toMatch(/^\d{8}T\d{6}Z$/);
      expect(readSdkDate(sdkDate(second * 1000))).toBe(second * 1000);
    }),
  );
});

test.each([
  '',
  '20260230T000000Z',
  '20260101T240000Z',
  '20260101T000060Z',
  '20260101T000000',
  '2026-01-01T00:00:00Z',
  ' 20260101T000000Z',
  '20260101T000000z',
  '٢٠٢٦0101T000000Z',
])('%j is no date', (text) => {
  expect(readSdkDate(text)).toBeUndefined();
});
