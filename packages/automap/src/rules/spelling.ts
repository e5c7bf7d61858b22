/** Two words are spelt alike, neither short for the other: `organisation` and `organization`, `billing` and `billable`. */

/** Words share this much of their beginning, in letters and as a share of the longer one. */
const beginning = { letters: 4, share: 0.6, value: 0.75, base: 0.15 };
/** Words of this length may be compared by their pairs of letters. */
const shortest = 5;
const pairs = { value: 0.85, base: -0.05 };

/** How alike two words are, 0 to 1. */
export function likeness(a: string, b: string): number {
  let same = 0;
  while (same < a.length && same < b.length && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  const longer = Math.max(a.length, b.length);
  const byBeginning =
    same >= beginning.letters && same >= beginning.share * longer
      ? (beginning.value * same) / longer + beginning.base
      : 0;
  const byPairs = Math.min(a.length, b.length) >= shortest ? pairs.value * bigramDice(a, b) + pairs.base : 0;
  return Math.max(byBeginning, byPairs, 0);
}

/** Twice the shared pairs of neighbouring letters over all pairs, 0 to 1. */
function bigramDice(a: string, b: string): number {
  const used = new Uint8Array(b.length);
  let shared = 0;
  for (let i = 1; i < a.length; i++) {
    for (let j = 1; j < b.length; j++) {
      if (used[j] || a.charCodeAt(i) !== b.charCodeAt(j) || a.charCodeAt(i - 1) !== b.charCodeAt(j - 1)) continue;
      used[j] = 1;
      shared++;
      break;
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
}
