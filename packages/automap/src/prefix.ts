/** Finds and removes the prefixes that say nothing about a single name: `tbl_` before every table, `film_` inside `film`. */

import { groupBy } from './group.ts';

const enoughNames = 3;

/**
 * The leading words that more than half of the names share and that leave each of those names at least one word,
 * joined; '' where there are none or fewer than three names share them.
 */
export function sharedPrefix(names: readonly (readonly string[])[]): string {
  let sharing = names;
  let prefix = '';
  for (let depth = 0; ; depth++) {
    const deeper = sharing.filter((words) => words.length > depth + 1);
    const [word, most] = largest(groupBy(deeper, (words) => words[depth]!));
    if (most.length < enoughNames || most.length * 2 <= names.length) return prefix;
    prefix += word;
    sharing = most;
  }
}

/** The words joined, without the first of the prefixes that ends at a word and leaves something. */
export function withoutPrefix(words: readonly string[], prefixes: readonly string[]): string {
  for (const prefix of prefixes) {
    if (prefix === '') continue;
    let joined = '';
    for (let count = 0; count < words.length - 1 && joined.length < prefix.length; count++) {
      joined += words[count];
      if (joined === prefix) return words.slice(count + 1).join('');
    }
  }
  return words.join('');
}

function largest<V>(groups: ReadonlyMap<string, readonly V[]>): readonly [string, readonly V[]] {
  let best: readonly [string, readonly V[]] = ['', []];
  for (const entry of groups) if (entry[1].length > best[1].length) best = entry;
  return best;
}
