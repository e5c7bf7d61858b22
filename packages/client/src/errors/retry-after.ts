/** Reads the `Retry-After` header: seconds, or one of the three forms of a date that HTTP allows (RFC 9110, 10.2.3 and 5.6.7). */

/** What RFC 9111 (1.2.2) takes for a number of seconds that is too large to be held. */
const mostSeconds = 2 ** 31;

/**
 * Whole seconds to wait from now, from 0 (a date that has passed) to 2^31; undefined where the header is absent or is neither seconds
 * nor a date. `now` is in milliseconds since 1970-01-01 UTC.
 */
export function retryAfterSeconds(header: string | null, now: number = Date.now()): number | undefined {
  const value = header?.trim() ?? '';
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((dateOf(value) - now) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(0, seconds), mostSeconds);
}

/** `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or `Sun Nov  6 08:49:37 1994`. */
const date = /^[a-z]+(?:, (\d\d)[ -]([a-z]+)[ -](\d{2,4})| ([a-z]+) ([ \d]\d)) (\d\d:\d\d:\d\d)(?: GMT| (\d{4}))$/i;

/**
 * Milliseconds since 1970-01-01 UTC; NaN where the text is no date. Written in the order of the first form, which every engine reads: the last
 * one is local time to `Date.parse`, and so are other texts dates. Two digits of a year below 50 are of this century.
 */
function dateOf(text: string): number {
  const [, day, month, year, monthBefore, dayBehind, time, yearBehind] = date.exec(text) ?? [];
  return Date.parse(`${day ?? dayBehind} ${month ?? monthBefore} ${year ?? yearBehind} ${time} GMT`);
}
