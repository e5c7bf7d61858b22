/** Finds JSON that names a property twice: which of the two counts differs from reader to reader, and the guard must not guess. */

/**
 * Whether an object in the text names a property more than once; `value` is what JSON.parse made of the text, where the
 * last counts. Linear in the text, and without a regular expression, whose stack a long string would exhaust.
 */
export function namesTwice(text: string, value: unknown): boolean {
  return namesIn(text) !== propertiesIn(value);
}

/** Counts the strings that a colon follows; the text is JSON. */
function namesIn(text: string): number {
  let count = 0;
  for (let start = text.indexOf('"'); start !== -1; ) {
    let end = endOfString(text, start);
    while (isSpace(text.charCodeAt(end))) end++;
    if (text[end] === ':') count++;
    start = text.indexOf('"', end);
  }
  return count;
}

/** Where the text goes on behind the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1);
  while (isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  return quote + 1;
}

/** A character is escaped by an odd number of backslashes before it. */
function isEscaped(text: string, index: number): boolean {
  let before = index;
  while (text[before - 1] === '\\') before--;
  return (index - before) % 2 === 1;
}

/** Of JSON: space, tab, line feed, carriage return. */
function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
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
