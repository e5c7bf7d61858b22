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
  const { starts, ends, words: others, values } = words.neighbours;
  const ofSource = new Set<number>();
  const ofTarget = new Set<number>();
  const targetWords = new Set(target.tables.flatMap(({ cut }) => forms.wordsOf(cut)));
  for (const word of new Set(source.tables.flatMap(({ cut }) => forms.wordsOf(cut)))) {
    for (let at = starts[word]!; at < ends[word]!; at++) {
      const other = others[at]!;
      if (values[at]! < sure || !targetWords.has(other)) continue;
      ofSource.add(word);
      ofTarget.add(other);
    }
  }
  return (row, column) => {
    const [a, b] = [source.tables[row]!.stripped, target.tables[column]!.stripped];
    const { count, partnerOfSource, partnerOfTarget } = names.align(a, b);
    // Names that have no word in common say nothing of twins.
    return count > 0 && (isLeftAlone(a, ofSource, partnerOfSource) || isLeftAlone(b, ofTarget, partnerOfTarget));
  };

  /** Whether one of these words stands in a form and has no partner. */
  function isLeftAlone(form: number, known: ReadonlySet<number>, partners: Int32Array): boolean {
    for (let at = 0; at < forms.size(form); at++) if (partners[at]! < 0 && known.has(forms.word(form, at))) return true;
    return false;
  }
}
