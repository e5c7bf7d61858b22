/** Chooses a setting by all families of schema pairs but one, and judges it on that one. */

import { mean } from './certainty.ts';

export interface LeftOut {
  readonly family: string;
  /** The number of the setting that is best for the others. */
  readonly chosen: number;
  /** The family's figure with the first setting, with the chosen one, and with the one that is best for it. */
  readonly first: number;
  readonly withChosen: number;
  readonly best: number;
}

/** Settings whose figures differ by less are equally good: the earlier one stays. */
const same = 1e-9;

/** @param figures of each family with each setting; families count alike, however many pairs they have */
export function leaveOut(families: readonly string[], figures: readonly (readonly number[])[]): LeftOut[] {
  const settings = figures[0]!.map((_, setting) => setting);
  return families.map((family, out) => {
    const ofOthers = settings.map((setting) => mean(figures.filter((_, at) => at !== out).map((row) => row[setting]!)));
    const chosen = settings.reduce((best, at) => (ofOthers[at]! > ofOthers[best]! + same ? at : best), 0);
    const own = figures[out]!;
    return { family, chosen, first: own[0]!, withChosen: own[chosen]!, best: Math.max(...own) };
  });
}
