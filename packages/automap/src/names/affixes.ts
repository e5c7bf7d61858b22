/** Finds what says nothing about a single name because most names around it have it: `tbl_` before every table, `film_` inside `film`. */

/** A word before or behind this share of the names says nothing about one of them. */
const mostNames = 0.6;
const fewestNames = 3;
const longestPrefix = 24;

/** The word with which most names begin (or end), by its number; names of one word keep it. */
export function sharedWord(names: readonly (readonly number[])[], end: 'first' | 'last'): number | undefined {
  if (names.length < fewestNames) return undefined;
  // What most names have, more than a half has: it survives when unequal ones cancel each other out.
  let candidate = -1;
  let lead = 0;
  const wordOf = (words: readonly number[]): number =>
    words.length < 2 ? -1 : end === 'first' ? words[0]! : words[words.length - 1]!;
  for (const words of names) {
    const word = wordOf(words);
    if (lead === 0) candidate = word;
    lead += word === candidate ? 1 : -1;
  }
  if (candidate < 0) return undefined;
  let count = 0;
  for (const words of names) if (wordOf(words) === candidate) count++;
  return count >= fewestNames && count >= mostNames * names.length ? candidate : undefined;
}

/** The words without the first (or last) where it is this one and others are left. */
export function withoutWord(
  words: readonly number[],
  word: number | undefined,
  end: 'first' | 'last',
): readonly number[] {
  if (word === undefined || words.length < 2) return words;
  if (end === 'first') return words[0] === word ? words.slice(1) : words;
  return words.at(-1) === word ? words.slice(0, -1) : words;
}

/** So many letters that most names without separators begin with say nothing; the fewer letters, the more names must share them. */
const sharedBy = (letters: number): number => (letters === 1 ? 0.95 : letters <= 4 ? 0.7 : mostNames);

/**
 * The longest run of letters with which most of these words begin, leaving something of each.
 *
 * @param mayBe whether a run of letters can be a prefix at all
 */
export function sharedLetters(names: readonly string[], mayBe: (letters: string) => boolean): string {
  if (names.length < fewestNames) return '';
  // Sorted, the names that share a beginning are neighbours; so many of them always include the one in the middle.
  const middle = names.toSorted()[Math.floor(names.length / 2)]!;
  const most = Math.min(middle.length - 1, longestPrefix);
  // How many names begin with so many letters of the middle one and have more.
  const counts = new Int32Array(most + 1);
  for (const other of names) {
    const end = Math.min(most, other.length - 1);
    let length = 0;
    while (length < end && other.charCodeAt(length) === middle.charCodeAt(length)) length++;
    counts[length]!++;
  }
  let count = 0;
  for (let length = most; length > 0; length--) {
    count += counts[length]!;
    // Where the longest run is a word, fewer of its letters are no prefix either.
    if (count >= fewestNames && count >= sharedBy(length) * names.length) {
      const letters = middle.slice(0, length);
      return mayBe(letters) ? letters : '';
    }
  }
  return '';
}
