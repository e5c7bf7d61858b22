/** Does the same for the source and for the target of a pair. */
import type { Side } from './matching-error.ts';

/** Both at once; where both fail, the source is reported, whichever was sooner. */
export async function bothSides<Found>(find: (side: Side) => Promise<Found>): Promise<{ readonly [S in Side]: Found }> {
  const other = find('target');
  other.catch(() => {});
  return { source: await find('source'), target: await other };
}
