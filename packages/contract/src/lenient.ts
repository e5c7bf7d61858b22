/** How a client of the cloud reads answers: what it forgives. */
import type { Fault } from './fault.ts';
import { maxJsonDepth } from './http/json-body.ts';

/** The cloud promises no header, and may know words that its documents do not. */
export function isTolerated({ in: place, keyword }: Fault): boolean {
  return keyword === 'enum' || keyword === 'failure' || (place === 'header' && keyword === 'required');
}

/** Null counts as absent. What lies deeper than a body may be nested is left as it is. */
export function withoutNulls(value: unknown, depth = maxJsonDepth): unknown {
  if (typeof value !== 'object' || value === null || depth === 0) return value;
  if (Array.isArray(value)) return value.map((item) => withoutNulls(item, depth - 1));
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => (inner === null ? [] : [[name, withoutNulls(inner, depth - 1)]])),
  );
}
