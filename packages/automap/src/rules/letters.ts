/** Two names are compared by their letters alone, where their words tell nothing. */

const mostLetters = 62;
const fewestLetters = 5;
/** Which letters of the second name were found in the first; used again for each pair. */
const used = new Uint8Array(mostLetters);

/** Twice the shared runs of three letters over all runs, 0 to 1; 0 for short names and for very long ones. */
export function trigramDice(a: string, b: string): number {
  if (a.length < fewestLetters || b.length < fewestLetters || a.length > mostLetters || b.length > mostLetters)
    return 0;
  used.fill(0, 0, b.length);
  let shared = 0;
  for (let i = 2; i < a.length; i++) {
    const [x, y, z] = [a.charCodeAt(i - 2), a.charCodeAt(i - 1), a.charCodeAt(i)];
    for (let j = 2; j < b.length; j++) {
      if (used[j] || b.charCodeAt(j) !== z || b.charCodeAt(j - 1) !== y || b.charCodeAt(j - 2) !== x) continue;
      used[j] = 1;
      shared++;
      break;
    }
  }
  return (2 * shared) / (a.length + b.length - 4);
}
