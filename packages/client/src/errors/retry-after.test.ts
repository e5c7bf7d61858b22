import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retryAfterSeconds } from './retry-after.ts';

const now = Date.UTC(2026, 0, 1, 0, 0, 0);

test.each([
  ['7', 7],
  [' 0 ', 0],
  ['Thu, 01 Jan 2026 00:00:05 GMT', 5],
  ['Thursday, 01-Jan-26 00:00:05 GMT', 5],
  ['Thu Jan  1 00:00:05 2026', 5],
  ['Thu Jan 15 00:00:00 2026', 14 * 86_400],
  // In the past: now.
  ['Wed, 31 Dec 2025 23:59:00 GMT', 0],
  ['Sunday, 06-Nov-94 08:49:37 GMT', 0],
  ['Sun Nov  6 08:49:37 1994', 0],
  // More than anybody waits.
  ['99999999999', 2 ** 31],
  ['9'.repeat(400), 2 ** 31],
  ['Fri, 31 Dec 9999 23:59:59 GMT', 2 ** 31],
])('%j waits %d seconds', (header, seconds) => {
  expect(retryAfterSeconds(header, now)).toBe(seconds);
});

test.each([
  null,
  '',
  '-1',
  '1.5',
  '1e3',
  'soon',
  '2026-01-01T00:00:05Z',
  'Thu, 01 Jan 2026 00:00:05 +0100',
  'Thu, 01 Foo 2026 00:00:05 GMT',
  'Thu, 01 anF 2026 00:00:05 GMT',
  'Thu, 01 Jan 2026 24:00:05 GMT',
  'Thu, 01 Jan 00:00:05 GMT',
  'Thu Jan  1 00:00:05 GMT',
])('%j says nothing', (header) => {
  expect(retryAfterSeconds(header, now)).toBeUndefined();
});

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const years = { min: new Date(Date.UTC(1950, 0)), max: new Date(Date.UTC(2049, 11)), noInvalidDate: true };

test('the three forms of one date wait the same time, and as long as the date says', () => {
  fc.assert(
    fc.property(fc.date(years), (date) => {
      const imf = date.toUTCString();
      const [, day, month, year, time] = imf.split(/[ ,]+/) as [string, string, string, string, string];
      const forms = [
        imf,
        `${days[date.getUTCDay()]}, ${day}-${month}-${year.slice(2)} ${time} GMT`,
        `${imf.slice(0, 3)} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`,
      ];
      const wait = Math.max(0, Math.floor(date.getTime() / 1000) - now / 1000);
      expect(forms.map((form) => retryAfterSeconds(form, now))).toEqual([wait, wait, wait]);
    }),
  );
});

test('whatever the header holds, the result is a whole number from 0 or nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.date().map(String)), (header) => {
      const seconds = retryAfterSeconds(header, now);
      expect(seconds === undefined || (Number.isSafeInteger(seconds) && seconds >= 0)).toBe(true);
    }),
  );
});
