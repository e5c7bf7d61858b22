/** Finds JSON that names a property twice: which of the two counts differs from reader to reader, and the guard must not guess. */

/** A string of JSON, and the colon behind it where it is the name of a property. */
const strings = /"(?:[^"\\]|\\.)*"(\s*:)?/gs;

/** Whether an object in the text names a property more than once; `value` is what JSON.parse made of the text, where the last counts. */
export function namesTwice(text: string, value: unknown): boolean {
  let names = 0;
  for (const [, colon] of text.matchAll(strings)) if (colon !== undefined) names++;
  return names !== propertiesIn(value);
}

/** Without recursion: text may nest deeper than the stack. */
function propertiesIn(value: unknown): number {
  let count = 0;
  const left = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next !== 'object' || next === null) continue;
    const inner = Object.values(next);
    if (!Array.isArray(next)) count += inner.length;
    for (const one of inner) left.push(one);
  }
  return count;
}
