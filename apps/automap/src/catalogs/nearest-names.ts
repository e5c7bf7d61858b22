/** Finds the names that somebody may have meant who wrote one that nothing has. */
import { fit } from '../printing/text.ts';

/** Names that are suggested at most. */
const most = 5;
/** Of a long name the beginning decides: time grows with the square of the length. */
const longest = 64;

/**
 * The known names that are spelt most like a name, the most alike first; case does not count. A name that holds the wanted
 * one is more alike than one that merely shares letters with it.
 *
 * @param known What can be written, each with further spellings by which it is found.
 */
export function nearestNames(name: string, known: Iterable<readonly [name: string, ...spellings: string[]]>): string[] {
  const wanted = name.slice(0, longest).toLowerCase();
  const furthest = Math.max(2, wanted.length / 3);
  const best = new Map<string, number>();
  for (const [shown, ...spellings] of known) {
    const distances = [shown, ...spellings].map((spelling) =>
      distance(wanted, spelling.slice(0, longest).toLowerCase(), furthest),
    );
    best.set(shown, Math.min(best.get(shown) ?? Number.POSITIVE_INFINITY, ...distances));
  }
  return [...best]
    .filter(([, far]) => far <= furthest)
    .sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([shown]) => shown);
}

/** The nearest names as a sentence to go behind another one; empty where none is near. */
export function nearestSentence(...wanted: Parameters<typeof nearestNames>): string {
  const names = nearestNames(...wanted).map((name) => fit(name));
  return names.length > 0 ? ` The nearest are: ${names.join(', ')}.` : '';
}

/**
 * How far a known name is from the wanted one: letters to change, to add or to take away. A third of them where the known one
 * holds the wanted one whole, and never too far. More than `furthest` is all the same.
 */
function distance(a: string, b: string, furthest: number): number {
  if (a !== '' && b.includes(a)) return Math.min((b.length - a.length) / 3, furthest);
  if (Math.abs(a.length - b.length) > furthest) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
