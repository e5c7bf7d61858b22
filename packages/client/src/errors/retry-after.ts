/** Reads the `Retry-After` header. */

/** Whole seconds to wait from now, at least 0; undefined where the header is absent or is neither seconds nor a date. */
export function retryAfterSeconds(header: string | null, now: number = Date.now()): number | undefined {
  const value = header?.trim();
  if (!value) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  // A date has letters; without this check Date.parse would take "-1" or "1.5" for one.
  const at = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}
