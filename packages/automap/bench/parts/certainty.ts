/** Judges how well a percentage or a confidence tells right table pairs from wrong ones. */

/** A proposed table pair. */
export interface Verdict {
  readonly right: boolean;
  /** 0 to 100. */
  readonly percent: number;
  /** 0 to 1. */
  readonly confidence: number;
}

export type Measure = 'percent' | 'confidence';

/** Pairs of so much are sure. */
export const sure: Readonly<Record<Measure, number>> = { percent: 90, confidence: 0.9 };

/** How many pairs are sure, how many of these are right, and how many right ones there are. */
export interface SureShare {
  readonly right: number;
  readonly all: number;
  readonly ofRight: number;
}

export function sureShare(verdicts: readonly Verdict[], measure: Measure): SureShare {
  const there = verdicts.filter((verdict) => verdict[measure] >= sure[measure]);
  return { right: countRight(there), all: there.length, ofRight: countRight(verdicts) };
}

/** The area under the ROC curve, of all pairs together and as the mean of the schema pairs; undefined where nothing is wrong. */
export interface RocAreas {
  readonly pooled: number | undefined;
  readonly mean: number | undefined;
}

/** @param pairs the table pairs of each schema pair */
export function rocAreas(pairs: readonly (readonly Verdict[])[], measure: Measure): RocAreas {
  const areaOf = (verdicts: readonly Verdict[]) =>
    rocArea(verdicts.map((verdict) => ({ value: verdict[measure], right: verdict.right })));
  const each = pairs.flatMap((verdicts) => areaOf(verdicts) ?? []);
  return { pooled: areaOf(pairs.flat()), mean: each.length > 0 ? mean(each) : undefined };
}

/** The share of (right, wrong) pairs of which the right one has the higher value; ties count half. */
export function rocArea(items: readonly { readonly value: number; readonly right: boolean }[]): number | undefined {
  const sorted = [...items].sort((a, b) => a.value - b.value);
  const right = countRight(items);
  const wrong = items.length - right;
  if (right === 0 || wrong === 0) return undefined;
  let wins = 0;
  let wrongBelow = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]!.value === sorted[from]!.value) to++;
    const rightHere = countRight(sorted.slice(from, to));
    const wrongHere = to - from - rightHere;
    wins += rightHere * (wrongBelow + wrongHere / 2);
    wrongBelow += wrongHere;
    from = to;
  }
  return wins / (right * wrong);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function countRight(items: readonly { readonly right: boolean }[]): number {
  return items.reduce((count, { right }) => count + Number(right), 0);
}
