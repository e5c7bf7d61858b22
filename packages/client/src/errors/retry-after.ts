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
const clock = '(?<hour>[01]\\d|2[0-3]):(?<minute>[0-5]\\d):(?<second>[0-5]\\d|60)';
const month = '(?<month>[A-Z][a-z]{2})';
/** `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`. */
const forms = [
  `[A-Z][a-z]{2}, (?<day>\\d\\d) ${month} (?<year>\\d{4}) ${clock} GMT`,
  `[A-Z][a-z]{5,8}, (?<day>\\d\\d)-${month}-(?<year>\\d\\d) ${clock} GMT`,
  `[A-Z][a-z]{2} ${month} (?<day>[ \\d]\\d) ${clock} (?<year>\\d{4})`,
].map((form) => new RegExp(`^${form}$`));

/**
 * Milliseconds since 1970-01-01 UTC; NaN where the text is no date. `Date.parse` would take the last form for local time, and other
 * texts for dates, each engine its own.
 */
function dateOf(text: string, now: number): number {
  for (const form of forms) {
    const found = form.exec(text)?.groups;
    const at = found ? months.indexOf(found['month']!) : -1;
    if (!found || at % 3 !== 0) continue;
    const [day, hour, minute, second] = [found['day'], found['hour'], found['minute'], found['second']].map(Number);
    const year = found['year']!.length === 2 ? wholeYear(Number(found['year']), now) : Number(found['year']);
    return Date.UTC(year, at / 3, day, hour, minute, second);
  }
  return Number.NaN;
}

/** Two digits that would lie more than 50 years ahead stand for the year of the century before. */
function wholeYear(digits: number, now: number): number {
  const current = new Date(now).getUTCFullYear();
  const year = current - (current % 100) + digits;
  return year > current + 50 ? year - 100 : year;
}
