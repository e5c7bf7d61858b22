/** Tells by which rule two names were taken for each other, and which of their words. */

import type { NameComparison } from '../compare/names.ts';
import type { WordComparison } from '../compare/words.ts';
import type { WordMatch } from '../mapping.ts';
import type { Forms } from '../names/forms.ts';
import type { Lexicon } from '../names/lexicon.ts';
import type { WordRelation } from '../reasons.ts';
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
      const [ofA, ofB] = [forms.wordsOf(a), forms.wordsOf(b)];
      const whole = aligned.length === ofA.length && aligned.length === ofB.length;
      if (!whole && (aligned.length === 0 || names.byWords(a, b) < explained * names.likeness(a, b))) {
        const readAlong = names.isReadAlong(a, b);
        const match: WordMatch = {
          source: forms.flat(a),
          target: forms.flat(b),
          relation: readAlong ? 'abbreviation' : 'similar',
        };
        return { reason: readAlong ? 'abbreviation' : 'similar-spelling', words: [match] };
      }
      const relations = new Set<WordRelation>();
      const told: WordMatch[] = [];
      for (const [i, j] of aligned) {
        const relation = words.relation(ofA[i]!, ofB[j]!);
        relations.add(relation);
        if (relation !== 'same' || !whole)
          told.push({ source: textOf(a, i, source), target: textOf(b, j, target), relation });
      }
      if (!whole) return { reason: 'part-of-name', words: told };
      if (relations.has('similar')) return { reason: 'similar-spelling', words: told };
      if (relations.has('synonym') || relations.has('learned')) return { reason: 'synonym', words: told };
      return { reason: relations.has('abbreviation') ? 'abbreviation' : 'same-words', words: told };
    },
  };

  /** A word of a form as it was written; that of a phrase stands in the lexicon as the stems of its words. */
  function textOf(form: number, at: number, { cut }: NameForms): string {
    const wordCount = (word: number): number => lexicon.texts[word]!.split(' ').length;
    const word = forms.word(form, at);
    const text = lexicon.texts[word]!;
    if (!text.includes(' ')) return text;
    const from = forms
      .wordsOf(form)
      .slice(0, at)
      .reduce((sum, before) => sum + wordCount(before), 0);
    const written = forms.wordsOf(cut).slice(from, from + wordCount(word));
    return written.map((part) => lexicon.texts[part]).join(' ');
  }

  /** Whether two forms are the same letters, however they are cut. */
  function isSameText(a: number, b: number): boolean {
    if (a === b) return forms.size(a) > 0;
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
    let most = names.likeness(best[0], best[1]);
    for (const pair of pairs) {
      // Nearly all names have one form for all.
      if (pair[0] === source.cut && pair[1] === target.cut) continue;
      const value = names.likeness(pair[0], pair[1]);
      if (value <= most + clearly) continue;
      best = pair;
      most = value;
    }
    return best;
  }
}
