/** Reads the `Retry-After` header: seconds, or one of the three forms of a date that HTTP allows (RFC 9110, 10.2.3 and 5.6.7). */

/** What RFC 9111 (1.2.2) takes for a number of seconds that is too large to be held. */
const mostSeconds = 2 ** 31;

/**
 * Whole seconds to wait from now, from 0 (a date that has passed) to 2^31; undefined where the header is absent or is neither seconds
 * nor a date. `now` is in milliseconds since 1970-01-01 UTC.
 */
export function retryAfterSeconds(header: string | null, now: number = Date.now()): number | undefined {
  const value = header?.trim() ?? '';
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((dateOf(value, now) - now) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(0, seconds), mostSeconds);
}

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/**
 * Day, month and year of `Sun, 06 Nov 1994 08:49:37 GMT` and of `Sunday, 06-Nov-94 08:49:37 GMT`, or month and day of
 * `Sun Nov  6 08:49:37 1994`; the time; the year of the last form.
 */
const date =
  /^[A-Z][a-z]{2,8}(?:, (\d\d)([ -])([A-Z][a-z]{2})\2(\d\d(?:\d\d)?)| ([A-Z][a-z]{2}) ([ \d]\d)) ([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?: GMT| (\d{4}))$/;

/**
 * Milliseconds since 1970-01-01 UTC; NaN where the text is no date. `Date.parse` would take the last form for local time, and other
 * texts for dates, each engine its own.
 */
function dateOf(text: string, now: number): number {
  const [, day, , name, year, lastName, lastDay, hour, minute, second, lastYear] = date.exec(text) ?? [];
  const month = months.indexOf(name ?? lastName ?? '-') / 3;
  if (month % 1 !== 0) return Number.NaN;
  return Date.UTC(
    wholeYear(year ?? lastYear, now),
    month,
    Number(day ?? lastDay),
    Number(hour),
    Number(minute),
    Number(second),
  );
}

/** Two digits that would lie more than 50 years ahead stand for the year of the century before. */
function wholeYear(digits: string | undefined, now: number): number {
  if (digits?.length !== 2) return Number(digits);
  const current = new Date(now).getUTCFullYear();
  const year = current - (current % 100) + Number(digits);
  return year > current + 50 ? year - 100 : year;
}
