/** How a client of the cloud reads answers: what it forgives. */
import type { Fault } from './fault.ts';

/** The cloud promises no header, and may know words that its documents do not. */
export function isTolerated({ in: place, keyword }: Fault): boolean {
  return keyword === 'enum' || keyword === 'failure' || (place === 'header' && keyword === 'required');
}

/** Far beyond what the contract nests; what lies deeper is left as it is. */
const maxDepth = 64;

/** Null counts as absent. */
export function withoutNulls(value: unknown, depth = maxDepth): unknown {
  if (typeof value !== 'object' || value === null || depth === 0) return value;
  if (Array.isArray(value)) return value.map((item) => withoutNulls(item, depth - 1));
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => (inner === null ? [] : [[name, withoutNulls(inner, depth - 1)]])),
  );
}
