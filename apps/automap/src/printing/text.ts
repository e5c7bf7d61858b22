/** Shapes names and numbers for lines of a limited width, which is counted in the columns of a terminal. */
import stringWidth from 'string-width';
import { joinCut, printable } from './printable.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The columns that a text takes; colours take none. */
export function widthOf(text: string): number {
  // Nearly all names are plain ASCII, which needs no look at each letter.
  return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text);
}

/** The lines that a text takes on a terminal that breaks them at `width`. */
export function heightOf(text: string, width: number): number {
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / width)), 0);
}

/** A name as one line of `width` columns at most: fit to be printed, cut in the middle where it is longer. */
export function fit(name: string, width = Number.POSITIVE_INFINITY): string {
  const clean = printable(name);
  if (widthOf(clean) <= width) return clean;
  const letters = Array.from(segmenter.segment(clean), ({ segment }) => segment);
  const head = taken(letters, Math.ceil((width - 1) / 2)).join('');
  const tail = taken(letters.toReversed(), width - 1 - widthOf(head))
    .toReversed()
    .join('');
  return joinCut(head, tail);
}

/** The name, fitted, with blanks behind it up to `width` columns. */
export function pad(name: string, width: number): string {
  const fitted = fit(name, width);
  return fitted + ' '.repeat(width - widthOf(fitted));
}

/** The widths of two texts that share `room` columns: where they are too long, the one that takes more than half gives way. */
export function shared(room: number, left: number, right: number): [left: number, right: number] {
  const second = Math.min(right, Math.max(Math.floor(room / 2), room - left));
  return [Math.min(left, room - second), second];
}

/** `1 table`, `2,000 tables`: a number and what it counts, whose plural ends in `s`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** As many of the first letters as `width` columns hold. */
function taken(letters: readonly string[], width: number): readonly string[] {
  let room = width;
  const end = letters.findIndex((letter) => {
    room -= widthOf(letter);
    return room < 0;
  });
  return end < 0 ? letters : letters.slice(0, end);
}
