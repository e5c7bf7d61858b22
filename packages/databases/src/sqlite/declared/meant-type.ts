/** What the author of a declared type meant, where there is more in it than SQLite reads. */
import { isQuoted, tokensOf, unquoted } from './column-definitions.ts';

/** Quotes, comments, and what other databases say of a column behind its type. */
const odd = /["'`[\]]|--|\/\*|\b(?:comment|auto_increment|identity|charset|character\s+set)\b/i;

/**
 * The declared words without quotes, brackets and comments, and without what MySQL and SQL Server write behind a type: `COMMENT '...'`,
 * `AUTO_INCREMENT`, `IDENTITY(1,1)`, `CHARACTER SET utf8`. Any other text comes back as it is.
 */
export function meantType(declared: string): string {
  return odd.test(declared) ? typeOf(tokensOf(declared)) : declared;
}

/** The same of the tokens of a declared type. */
export function typeOf(tokens: readonly string[]): string {
  const words: string[] = [];
  let at = 0;
  for (; at < tokens.length && tokens[at] !== '('; at++) {
    const text = tokens[at] ?? '';
    const said = words.length === 0 || isQuoted(text) ? 0 : besides(tokens.slice(at, at + 3));
    if (said === 0) words.push(unquoted(text).trim());
    at += Math.max(0, said - 1);
  }
  const isIdentity = /^identity$/i.test(tokens[at - 1] ?? '') && at > 1;
  return words.join(' ') + (isIdentity ? '' : tokens.slice(at).map(unquoted).join(''));
}

/** How many of the next tokens say something else than the type. */
function besides([first = '', second = '', third]: readonly string[]): number {
  switch (first.toLowerCase()) {
    case 'auto_increment':
    case 'identity':
      return 1;
    case 'comment':
      return isQuoted(second) ? 2 : 0;
    case 'charset':
      return second === '' ? 0 : 2;
    case 'character':
      return second.toLowerCase() === 'set' && third !== undefined ? 3 : 0;
    default:
      return 0;
  }
}
