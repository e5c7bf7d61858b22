/** Finds what says nothing about a single name because most names around it have it: `tbl_` before every table, `film_` inside `film`. */

/** A word before or behind this share of the names says nothing about one of them. */
const mostNames = 0.6;
const fewestNames = 3;
const longestPrefix = 24;

/**
 * The word that most names have at one end; -1 for none.
 *
 * @param ends the word that each name has there; -1 where it has no other
 * @param count how many names there are
 */
export function sharedWord(ends: ArrayLike<number>, count: number = ends.length): number {
  const candidate = mostFrequent(ends, count);
  return candidate >= 0 && isShared(candidate, ends, count) ? candidate : -1;
}

/** What most names have, more than a half has: it remains when unequal ones cancel each other out. */
function mostFrequent(items: ArrayLike<number>, count: number): number {
  let candidate = -1;
  let lead = 0;
  for (let at = 0; at < count; at++) {
    if (lead === 0) candidate = items[at]!;
    lead += items[at] === candidate ? 1 : -1;
  }
  return candidate;
}

function isShared(item: number, items: ArrayLike<number>, count: number): boolean {
  let having = 0;
  for (let at = 0; at < count; at++) if (items[at] === item) having++;
  return having >= fewestNames && having >= mostNames * count;
}

/** So many letters that most names without separators begin with say nothing; the fewer letters, the more names must share them. */
const sharedBy = (letters: number): number => (letters === 1 ? 0.95 : letters <= 4 ? 0.7 : mostNames);

/**
 * The longest run of letters with which most of these words begin, leaving something of each.
 *
 * @param mayBe whether a run of letters can be a prefix at all
 */
export function sharedLetters(names: readonly string[], mayBe: (letters: string) => boolean): string {
  // Hardly any names share even the first: there is nothing to sort.
  if (names.length < fewestNames || sharedWord(names.map((name) => name.charCodeAt(0))) < 0) return '';
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
