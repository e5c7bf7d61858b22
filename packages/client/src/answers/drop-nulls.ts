/** Takes null for absent. */

/** Far beyond what the contract nests; what lies deeper is left as it is. */
const maximumDepth = 64;

/**
 * Removes every property and every entry of a list that is null, in place. A walk over a whole answer costs a twentieth of its
 * JSON.parse, less than to look for the word in its text first.
 */
export function dropNulls(value: unknown, depth: number = maximumDepth): void {
  if (typeof value !== 'object' || value === null || depth === 0) return;
  if (Array.isArray(value)) {
    if (value.includes(null)) dropFromList(value);
    for (const item of value) dropNulls(item, depth - 1);
    return;
  }
  const fields = value as Record<string, unknown>;
  // for-in is twice as fast as Object.keys here, and parsed JSON inherits nothing enumerable.
  for (const key in fields) {
    const field = fields[key];
    if (field === null) delete fields[key];
    else if (typeof field === 'object') dropNulls(field, depth - 1);
  }
}

/** Moves what is kept to the front: a list may be longer than a call takes arguments. */
function dropFromList(values: unknown[]): void {
  let kept = 0;
  for (const value of values) if (value !== null) values[kept++] = value;
  values.length = kept;
}
