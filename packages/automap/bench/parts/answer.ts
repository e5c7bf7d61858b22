/** A proposal as the benches judge it: table pairs with a percentage and a confidence and their column pairs, by name. */

import type { CatalogMapping } from '@roma-fdi/automap';

export interface Answer {
  readonly source: string;
  readonly target: string;
  /** 0 to 100. */
  readonly percent: number;
  /** 0 to 1. */
  readonly confidence: number;
  readonly columns: readonly { readonly source: string; readonly target: string }[];
}

/** The matcher's own answer in this form. */
export function answersOf(mapping: CatalogMapping): Answer[] {
  return mapping.pairs.map(({ source, target, percent, confidence, columns }) => {
    return { source: source.name, target: target.name, percent, confidence, columns };
  });
}
