/** Finds what all names of a side begin with (`app_`), which then says nothing about any of them. */

/** So many names begin with the same by chance. */
const fewestNames = 3;

/**
 * What all names begin with, up to a character that is neither letter nor digit; '' for none. Something is left of each, and
 * no name of the other side begins so.
 */
export function sidePrefix(names: readonly string[], others: readonly string[]): string {
  if (names.length < fewestNames) return '';
  let prefix = names[0]!;
  for (const name of names) {
    let length = 0;
    while (length < prefix.length && length < name.length - 1 && name[length] === prefix[length]) length++;
    prefix = prefix.slice(0, length);
    if (prefix === '') return '';
  }
  const words = /^.*[^\p{L}\p{N}\p{M}]/u.exec(prefix)?.[0] ?? '';
  const start = words.toLowerCase();
  return start !== '' && others.some((name) => name.slice(0, start.length).toLowerCase() === start) ? '' : words;
}
