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

/** Types whose number is a precision of seconds: it stays in the type, and the length is 0. */
const timeTypes = new Set(['datetime', 'time', 'timestamp', 'timestamptz']);

/** The declared words in upper case as the vendor writes them, with the first number in parentheses as the length. */
export function declaredWireType(declared: string): { readonly field_type: string; readonly field_length: string } {
  const { base, size } = parseDeclaredType(declared);
  const upper = base.toUpperCase();
  const isTime = timeTypes.has(base.split(' ', 1)[0] ?? '');
  if (isTime && size !== '0')
    return { field_type: upper.replace(/^\S+/, (word) => `${word}(${size})`), field_length: '0' };
  return { field_type: upper, field_length: size };
}
