/**
 * Tables that differ by a word such as `history` are twins: where one name has that word and the other lacks it, though both
 * sides use it, the pair is probably that of another twin.
 */

import type { NameComparison } from '../compare/names.ts';
import type { WordComparison } from '../compare/words.ts';
import type { Forms } from '../names/forms.ts';
import type { Side } from '../sides/side.ts';

/** A word that has so sure a counterpart on the other side is used by both. */
const sure = 0.8;

/** Whether a word of one table's name, which both sides use, has no counterpart in the other's. */
export type LacksWord = (row: number, column: number) => boolean;

export function createTwins(
  source: Side,
  target: Side,
  forms: Forms,
  words: WordComparison,
  names: NameComparison,
): LacksWord {
  const ofSource = new Set<number>();
  const ofTarget = new Set<number>();
  const targetWords = new Set(target.tables.flatMap(({ cut }) => forms.wordsOf(cut)));
  for (const word of new Set(source.tables.flatMap(({ cut }) => forms.wordsOf(cut)))) {
    const { words: others, values } = words.neighbours(word);
    others.forEach((other, at) => {
      if (values[at]! < sure || !targetWords.has(other)) return;
      ofSource.add(word);
      ofTarget.add(other);
    });
  }
  return (row, column) => {
    const [a, b] = [source.tables[row]!.stripped, target.tables[column]!.stripped];
    const aligned = names.align(a, b);
    // Names that have no word in common say nothing of twins.
    if (aligned.length === 0) return false;
    return (
      forms.wordsOf(a).some((word, i) => ofSource.has(word) && !aligned.some((pair) => pair[0] === i)) ||
      forms.wordsOf(b).some((word, j) => ofTarget.has(word) && !aligned.some((pair) => pair[1] === j))
    );
  };
}
