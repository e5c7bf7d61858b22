/** JSON.parse rounds integers that a double cannot hold without a word, and Ajv takes 1e23 for an int64. */

/** A copy of a document in which no int64 goes beyond what JavaScript holds exactly. */
export function withSafeIntegers<T>(document: T): T {
  const copy = structuredClone(document);
  bound(copy);
  return copy;
}

function bound(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  Object.values(node).forEach(bound);
  if ('format' in node && node.format === 'int64') {
    Object.assign(node, { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER, ...node });
  }
}
