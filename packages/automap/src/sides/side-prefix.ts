/** Finds what all names of a side begin with (`app_`), which then says nothing about any of them. */

/** So many names begin with the same by chance. */
const fewestNames = 3;

/** Names that can be read again and again, without a list of them: a large catalog has half a million. */
export type Names = () => Iterable<string>;

/**
 * What all names begin with, up to a character that is neither letter nor digit; '' for none. Something is left of each, and
 * no name of the other side begins so.
 */
export function sidePrefix(names: Names, others: Names): string {
  const prefix = sharedBeginning(names);
  const words = /^.*[^\p{L}\p{N}\p{M}]/u.exec(prefix)?.[0] ?? '';
  if (words === '') return '';
  const start = words.toLowerCase();
  for (const name of others()) if (name.slice(0, start.length).toLowerCase() === start) return '';
  return words;
}

function sharedBeginning(names: Names): string {
  let prefix: string | undefined;
  let count = 0;
  for (const name of names()) {
    prefix ??= name;
    let length = 0;
    while (length < prefix.length && length < name.length - 1 && name[length] === prefix[length]) length++;
    prefix = prefix.slice(0, length);
    if (prefix === '') return '';
    count++;
  }
  return count < fewestNames ? '' : prefix!;
}
