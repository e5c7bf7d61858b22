/** Takes a declared type apart: words and what stands in parentheses. */

export interface DeclaredType {
  /** Lower case, without the parentheses, single spaces: `timestamp without time zone`. */
  readonly base: string;
  /** What stood in the first parentheses, trimmed; null where there were none, or nothing in them. */
  readonly length: string | null;
  /** The first number of `length` as a decimal string without sign or leading zeros; `"0"` where there is none. */
  readonly size: string;
}

/** Reads any text without an error: `VARCHAR(255)`, `timestamp(6) without time zone`, `DECIMAL (10, 2)`, nothing at all. */
export function parseDeclaredType(declared: string): DeclaredType {
  const open = declared.indexOf('(');
  const close = open < 0 ? -1 : declared.indexOf(')', open);
  if (close < 0) return { base: words(declared), length: null, size: '0' };
  const inner = declared.slice(open + 1, close).trim();
  return {
    base: words(`${declared.slice(0, open)} ${declared.slice(close + 1)}`),
    length: inner === '' ? null : inner,
    size: /^\+?0*([1-9][0-9]*)(?![0-9.e])/i.exec(inner)?.[1] ?? '0',
  };
}

/** `text []` is one word, as in `character varying(5)[]`. */
function words(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ (?=\[)/g, '')
    .toLowerCase();
}
