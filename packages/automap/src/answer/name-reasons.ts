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
  // Those of the present names, which are copied: the copy has no room to spare, and an answer has tens of thousands.
  const told: WordMatch[] = [];
  return {
    explain(source, target) {
      if (source.name === target.name) return { reason: 'same-name', words: [] };
      if (source.folded >= 0 && source.folded === target.folded) return { reason: 'folded-name', words: [] };
      if (isSameText(source.stripped, target.stripped)) return { reason: 'bare-name', words: [] };
      const kind = mostAlike(source, target);
      const [a, b] = [source[kind], target[kind]];
      const { value, count, partnerOfSource } = names.align(a, b);
      const whole = count === forms.size(a) && count === forms.size(b);
      if (!whole && (count === 0 || value < explained * names.likeness(a, b))) {
        const readAlong = names.isReadAlong(a, b);
        const match: WordMatch = {
          source: forms.flat(a),
          target: forms.flat(b),
          relation: readAlong ? 'abbreviation' : 'similar',
        };
        return { reason: readAlong ? 'abbreviation' : 'similar-spelling', words: [match] };
      }
      let length = 0;
      for (let i = 0; i < forms.size(a); i++) {
        const j = partnerOfSource[i]!;
        if (j < 0) continue;
        const relation = words.relation(forms.word(a, i), forms.word(b, j));
        if (relation !== 'same' || !whole)
          told[length++] = { source: textOf(a, i, source), target: textOf(b, j, target), relation };
      }
      const matches = told.slice(0, length);
      return { reason: whole ? reasonOf(matches) : 'part-of-name', words: matches };
    },
  };

  /** A word of a form as it was written; that of a phrase stands in the lexicon as the stems of its words. */
  function textOf(form: number, at: number, { cut }: NameForms): string {
    const word = forms.word(form, at);
    const text = lexicon.texts[word]!;
    if (!text.includes(' ')) return text;
    const wordCount = (word: number): number => lexicon.texts[word]!.split(' ').length;
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

  /** The form that made the names alike. */
  function mostAlike(source: NameForms, target: NameForms): 'cut' | (typeof otherForms)[number] {
    let kind: ReturnType<typeof mostAlike> = 'cut';
    for (const other of otherForms) {
      // Nearly all names have one form for all.
      if (source[other] === source.cut && target[other] === target.cut) continue;
      if (names.likeness(source[other], target[other]) > names.likeness(source[kind], target[kind]) + clearly)
        kind = other;
    }
    return kind;
  }
}

const otherForms = ['stripped', 'phrased', 'raw'] as const;

/** @param told which words of two names were taken for each other, where they are not the same */
function reasonOf(told: readonly WordMatch[]): NameReason {
  const isThere = (wanted: WordRelation): boolean => told.some(({ relation }) => relation === wanted);
  if (isThere('similar')) return 'similar-spelling';
  if (isThere('synonym') || isThere('learned')) return 'synonym';
  return isThere('abbreviation') ? 'abbreviation' : 'same-words';
}
