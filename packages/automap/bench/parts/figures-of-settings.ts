/** What a setting comes to, over the tiers and the kinds of schema pairs. */

import { mean, rocAreas } from './certainty.ts';
import type { Score } from './score.ts';
import { partsBy, type SchemaPair, tiersOf } from './sets.ts';

/** Some schema pairs, by their places, and how they are called. */
export interface Part {
  readonly name: string;
  readonly places: readonly number[];
}

/** The tiers of each set, then the kinds of its pairs: their names begin with a letter of their own (`b_…`, `t_…`). */
export function partsOf(pairs: readonly SchemaPair[]): { readonly tiers: Part[]; readonly sets: Part[] } {
  const places = pairs.map((_, at) => at);
  const sets = partsBy(places, (at) => pairs[at]!.set);
  return {
    tiers: sets.flatMap(([, ofSet], set) => {
      const tiers = tiersOf(ofSet, (at) => pairs[at]!.tier).slice(0, -1);
      const kinds = partsBy(ofSet, (at) => /^[a-z](?=_)/.exec(pairs[at]!.name)?.[0]);
      const named = kinds.filter(([kind, own]) => kind && !tiers.some(([, tier]) => `${tier}` === `${own}`));
      return [...tiers, ...named].map(([name, own]) => ({ name: `${set + 1} ${name}`, places: own }));
    }),
    sets: sets.map(([, ofSet], set) => ({ name: `${set + 1} ROC`, places: ofSet })),
  };
}

export function meanColumnF1(scores: readonly Score[], { places }: Pick<Part, 'places'>): number {
  return mean(places.map((at) => scores[at]!.columnF1));
}

/** The area under the ROC curve of the confidence, of all table pairs together; undefined where nothing is wrong. */
export function rocAreaOf(scores: readonly Score[], { places }: Part): number | undefined {
  return rocAreas(
    places.map((at) => scores[at]!.tables),
    'confidence',
  ).pooled;
}
