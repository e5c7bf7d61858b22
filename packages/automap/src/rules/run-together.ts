/** A name whose words were run together, each whole, short or left out, reads along the words of another: `GPSU`, `mf_nm`. */

/** What reading needs of the tuning. */
export interface Reading {
  /** The value of a word of which only the first letter is there, 0 to 1. */
  readonly oneLetter: number;
  /** What a word that is left out costs, as a share of its weight. */
  readonly skippedWord: number;
}

const mostWords = 6;
const mostLetters = 24;
const impossible = -1e9;
/** Two lists of values by the letters of a name, used again for each name. */
const buffers = [new Float64Array(mostLetters + 1), new Float64Array(mostLetters + 1)] as const;

/** Whether the letters of `flat` stand in `whole` in this order: nothing else can be read along it. */
export function isSubsequence(flat: string, whole: string): boolean {
  let found = 0;
  for (let at = 0; at < whole.length && found < flat.length; at++)
    if (whole.charCodeAt(at) === flat.charCodeAt(found)) found++;
  return found === flat.length;
}

/**
 * How well `flat` reads along the words, 0 to 1: each letter must belong to a word, the words are met in order.
 *
 * @param weights of the words: a rare word tells more
 * @param shortness how surely letters are short for a word, 0 to 1
 */
export function readAlong(
  flat: string,
  words: readonly string[],
  weights: readonly number[],
  shortness: (short: string, long: string) => number,
  { oneLetter, skippedWord }: Reading,
): number {
  if (words.length < 2 || words.length > mostWords || flat.length > mostLetters) return 0;
  if (!isAnyBeginning(flat.charCodeAt(0), words)) return 0;
  let total = 0;
  for (const weight of weights) total += weight;
  // best[p]: the value of the first p letters along the words so far.
  let [best, next] = buffers;
  best.fill(impossible, 0, flat.length + 1);
  best[0] = 0;
  for (let j = 0; j < words.length; j++) {
    const word = words[j]!;
    const weight = weights[j]!;
    for (let at = 0; at <= flat.length; at++) next[at] = best[at]! - skippedWord * weight;
    for (let from = 0; from < flat.length; from++) {
      if (best[from]! <= impossible / 2 || flat.charCodeAt(from) !== word.charCodeAt(0)) continue;
      for (let to = from + 1; to <= flat.length && to - from <= word.length; to++) {
        const part = flat.slice(from, to);
        const value = part === word ? 1 : to - from === 1 ? oneLetter : shortness(part, word);
        if (value === 0) break;
        const sum = best[from]! + value * weight;
        if (sum > next[to]!) next[to] = sum;
      }
    }
    [best, next] = [next, best];
  }
  return Math.max(0, best[flat.length]! / total);
}

/** What is read in vain ends here most often: its first letter begins no word. */
function isAnyBeginning(letter: number, words: readonly string[]): boolean {
  for (const word of words) if (word.charCodeAt(0) === letter) return true;
  return false;
}
