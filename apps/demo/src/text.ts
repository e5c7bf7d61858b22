/** Shapes names and numbers for lines of a limited width, which is counted in the columns of a terminal. */

/** Letters that take two columns: East Asian ones, full-width forms, and emoji. */
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u;
const LETTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The columns that a text without control characters takes. */
export function widthOf(text: string): number {
  // Nearly all names are plain ASCII, which needs no look at each letter.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  return lettersOf(text).reduce((width, letter) => width + letterWidth(letter), 0);
}

/** A name as one line of `width` columns at most: no control characters, cut in the middle where it is longer. */
export function fit(name: string, width = Number.POSITIVE_INFINITY): string {
  const clean = name.replaceAll(/\p{C}/gu, '\u{FFFD}');
  if (widthOf(clean) <= width) return clean;
  const letters = lettersOf(clean);
  const head = taken(letters, Math.ceil((width - 1) / 2));
  const tail = taken(letters.toReversed(), width - 1 - widthOf(head.join(''))).toReversed();
  return [...head, '…', ...tail].join('');
}

/** The name, fitted, with blanks behind it up to `width` columns. */
export function pad(name: string, width: number): string {
  const fitted = fit(name, width);
  return fitted + ' '.repeat(width - widthOf(fitted));
}

/** `1 table`, `2 tables`: a number and what it counts, whose plural ends in `s`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** As many of the first letters as `width` columns hold. */
function taken(letters: readonly string[], width: number): readonly string[] {
  let room = width;
  const end = letters.findIndex((letter) => {
    room -= letterWidth(letter);
    return room < 0;
  });
  return end < 0 ? letters : letters.slice(0, end);
}

function lettersOf(text: string): string[] {
  return Array.from(LETTERS.segment(text), ({ segment }) => segment);
}

function letterWidth(letter: string): number {
  return WIDE.test(letter) ? 2 : 1;
}
