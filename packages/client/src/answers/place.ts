/** Says where in an answer a fault is. */
import type { Fault, Holder } from '@roma-fdi/types';

/** Deeper than the contract nests. What lies below is nothing that it names. */
const maximumDepth = 32;

/** The place of the fault below the answer, such as `[0].task_id`; empty for the answer itself. Parsed JSON holds each object once. */
export function placeOf({ holder, key }: Fault, answer: unknown): string {
  const above = find(answer, holder, maximumDepth);
  return above === undefined ? '' : above + step(holder, key);
}

function find(value: unknown, wanted: Holder, depth: number): string | undefined {
  if (value === wanted) return '';
  if (typeof value !== 'object' || value === null || depth === 0) return undefined;
  for (const [key, child] of Object.entries(value)) {
    const below = find(child, wanted, depth - 1);
    if (below !== undefined) return step(value, key) + below;
  }
  return undefined;
}

function step(holder: object, key: string | number): string {
  return Array.isArray(holder) ? `[${key}]` : `.${key}`;
}
