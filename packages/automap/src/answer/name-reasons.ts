/** Tells by which rule two names were taken for each other, and which of their words. */

import type { NameComparison } from '../compare/names.ts';
import type { WordComparison } from '../compare/words.ts';
import type { WordMatch } from '../mapping.ts';
import type { Forms } from '../names/forms.ts';
import type { Lexicon } from '../names/lexicon.ts';
import type { NameForms } from '../sides/side.ts';

/** The rules by which names alone can be taken for each other, strongest first. */
export type NameReason =
  | 'same-name'
  | 'folded-name'
  | 'bare-name'
  | 'same-words'
  | 'abbreviation'
  | 'synonym'
  | 'part-of-name'
  | 'similar-spelling';

export interface NameExplanation {
  readonly reason: NameReason;
  readonly words: readonly WordMatch[];
}

/** Another form is told only where it makes the names clearly more alike. */
const clearly = 0.02;
/** Two names of which less than this is explained by their words were taken for each other by their letters. */
const explained = 0.9;

export interface NameExplainer {
  explain(source: NameForms, target: NameForms): NameExplanation;
}

export function createNameExplainer(
  forms: Forms,
  lexicon: Lexicon,
  words: WordComparison,
  names: NameComparison,
): NameExplainer {
  return {
    explain(source, target) {
      if (source.name === target.name) return { reason: 'same-name', words: [] };
      if (source.folded >= 0 && source.folded === target.folded) return { reason: 'folded-name', words: [] };
      if (isSameText(source.stripped, target.stripped)) return { reason: 'bare-name', words: [] };
      const [a, b] = mostAlike(source, target);
      const aligned = names.align(a, b);
      const [from, to] = [textsOf(a, source), textsOf(b, target)];
      const pairs = aligned.map(([i, j]): WordMatch => {
        const [s, t] = [forms.words[a]![i]!, forms.words[b]![j]!];
        return { source: from[i]!, target: to[j]!, relation: words.relation(s, t) };
      });
      const relations = new Set(pairs.map(({ relation }) => relation));
      const whole = aligned.length === forms.words[a]!.length && aligned.length === forms.words[b]!.length;
      if (!whole && (pairs.length === 0 || names.byWords(a, b) < explained * names.likeness(a, b))) {
        const readAlong = names.isReadAlong(a, b);
        const match: WordMatch = {
          source: forms.flat(a),
          target: forms.flat(b),
          relation: readAlong ? 'abbreviation' : 'similar',
        };
        return { reason: readAlong ? 'abbreviation' : 'similar-spelling', words: [match] };
      }
      const told = pairs.filter(({ relation }) => relation !== 'same' || !whole);
      if (!whole) return { reason: 'part-of-name', words: told };
      if (relations.has('similar')) return { reason: 'similar-spelling', words: told };
      if (relations.has('synonym') || relations.has('learned')) return { reason: 'synonym', words: told };
      return { reason: relations.has('abbreviation') ? 'abbreviation' : 'same-words', words: told };
    },
  };

  /** The words of a form as they were written; those of a phrase stand in the lexicon as their stems. */
  function textsOf(form: number, { cut }: NameForms): string[] {
    const written = forms.words[cut]!.map((word) => lexicon.texts[word]!);
    let at = 0;
    return forms.words[form]!.map((word) => {
      const text = lexicon.texts[word]!;
      if (!text.includes(' ')) {
        at++;
        return text;
      }
      const count = text.split(' ').length;
      at += count;
      return written.slice(at - count, at).join(' ');
    });
  }

  /** Whether two forms are the same letters, however they are cut. */
  function isSameText(a: number, b: number): boolean {
    if (a === b) return forms.words[a]!.length > 0;
    return forms.letters[a] === forms.letters[b] && forms.letters[a] !== 0 && forms.flat(a) === forms.flat(b);
  }

  /** The forms that made the names alike. */
  function mostAlike(source: NameForms, target: NameForms): readonly [number, number] {
    const pairs = [
      [source.cut, target.cut],
      [source.stripped, target.stripped],
      [source.phrased, target.phrased],
      [source.raw, target.raw],
    ] as const;
    let best: readonly [number, number] = pairs[0];
    for (const pair of pairs) if (names.likeness(...pair) > names.likeness(...best) + clearly) best = pair;
    return best;
  }
}
