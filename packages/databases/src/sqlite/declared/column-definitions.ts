/** Takes the statement of a table apart, as far as SQLite's own answer leaves out what was declared. */

/** What a table's statement says of one column. */
export interface ColumnDefinition {
  /** Without its quotes. */
  readonly name: string;
  /** The tokens of its type, without comments. */
  readonly type: readonly string[];
}

const quotedForms = `"(?:[^"]|"")*"|'(?:[^']|'')*'|\`(?:[^\`]|\`\`)*\`|\\[[^\\]]*\\]`;
const gap = '\\s+|--[^\\n]*|/\\*[\\s\\S]*?(?:\\*/|$)';
const token = new RegExp(`(${gap})|${quotedForms}|[(),]|(?:[^\\s"'\`[(),/-]|/(?!\\*)|-(?!-))+|[\\s\\S]`, 'gy');

/** The tokens of a text in SQL, without white space and comments. */
export function tokensOf(sql: string): string[] {
  const tokens: string[] = [];
  for (const [text, space] of sql.matchAll(token)) if (space === undefined) tokens.push(text);
  return tokens;
}

/** A quoted name without its quotes; what has none stays as it is. */
export function unquoted(text: string): string {
  const [quote = ''] = text;
  if (!isQuoted(text)) return text;
  return quote === '[' ? text.slice(1, -1) : text.slice(1, -1).replaceAll(quote + quote, quote);
}

export const isQuoted = (text: string): boolean => text.length > 1 && /^["'`[]/.test(text);

/** Words that end a type. */
const ends = new Set('constraint primary not null unique check default collate references generated as'.split(' '));

/** The columns of a table, and behind them its constraints, which look like columns; empty for what is no list in parentheses. */
export function columnDefinitions(sql: string): ColumnDefinition[] {
  const tokens = tokensOf(sql);
  const definitions: ColumnDefinition[] = [];
  let at = tokens.indexOf('(') + 1;
  while (at > 0 && at < tokens.length) {
    const end = endOf(tokens, at);
    definitions.push({ name: unquoted(tokens[at] ?? ''), type: typeTokens(tokens.slice(at + 1, end)) });
    if (tokens[end] !== ',') break;
    at = end + 1;
  }
  return definitions;
}

/** Where the next comma or parenthesis stands that belongs to no parentheses in between. */
function endOf(tokens: readonly string[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at++) {
    if (depth === 0 && (tokens[at] === ',' || tokens[at] === ')')) return at;
    if (tokens[at] === '(') depth++;
    if (tokens[at] === ')') depth--;
  }
  return tokens.length;
}

/** Words up to the first that begins a constraint, or to the end of the first parentheses. */
function typeTokens(tokens: readonly string[]): readonly string[] {
  const at = tokens.findIndex((text) => text === '(' || ends.has(text.toLowerCase()));
  if (at === -1) return tokens;
  return tokens.slice(0, tokens[at] === '(' ? tokens.indexOf(')', at) + 1 : at);
}

const anyQuote = /["'`[]/;
const name = `(?:${quotedForms}|[^\\s"'\`[(),]+)`;
const quotedType = new RegExp(`[(,](?:${gap})*(?!constraint\\b)${name}(?:${gap})*["'\`[]`, 'i');

/** Whether a column's type may be in quotes or brackets; SQLite itself forgets what stands behind them. */
export const mayQuoteTypes = (sql: string): boolean => anyQuote.test(sql) && quotedType.test(sql);
