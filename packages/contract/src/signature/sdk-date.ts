/** The time in `X-Sdk-Date`: UTC with whole seconds, such as `20260101T000000Z`. */

/** @param time milliseconds since 1970 */
export function sdkDate(time: number): string {
  return new Date(time).toISOString().replace(/[:-]|\.\d+/g, '');
}

/** Milliseconds since 1970; undefined for a text of another form, or a day that no calendar has. */
export function readSdkDate(text: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  // Some engines take a 30th of February for a day of March.
  return Number.isNaN(time) || sdkDate(time) !== text ? undefined : time;
}
