/** Fits the weights of a logistic model: the chance that something is right, from a few features. */

export interface Sample {
  readonly features: readonly number[];
  readonly right: boolean;
  /** How much it counts. */
  readonly weight: number;
}

/** Keeps weights finite where a feature tells everything; the first, the constant, is left free. */
const ridge = 0.1;
const mostSteps = 40;
const smallestStep = 1e-8;
const mostOdds = 30;

/** The weights under which the samples are likeliest (Newton's method). */
export function fitLogistic(samples: readonly Sample[]): number[] {
  const size = samples[0]?.features.length ?? 0;
  const weights: number[] = new Array(size).fill(0);
  for (let step = 0; step < mostSteps; step++) {
    const slope = weights.map((weight, i) => (i === 0 ? 0 : -ridge * weight));
    const curve = weights.map((_, i) => weights.map((_other, j) => (i === j ? ridge : 0)));
    for (const { features, right, weight } of samples) {
      const odds = features.reduce((sum, value, i) => sum + value * weights[i]!, 0);
      const chance = 1 / (1 + Math.exp(-Math.max(-mostOdds, Math.min(mostOdds, odds))));
      const bend = weight * chance * (1 - chance);
      for (let i = 0; i < size; i++) {
        slope[i]! += weight * (Number(right) - chance) * features[i]!;
        for (let j = 0; j < size; j++) curve[i]![j]! += bend * features[i]! * features[j]!;
      }
    }
    const change = solve(curve, slope);
    change.forEach((value, i) => {
      weights[i]! += value;
    });
    if (change.every((value) => Math.abs(value) < smallestStep)) break;
  }
  return weights;
}

/** Solves a positive definite system of equations by elimination. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  for (let i = 0; i < size; i++) {
    for (let row = i + 1; row < size; row++) {
      const factor = matrix[row]![i]! / matrix[i]![i]!;
      for (let column = i; column < size; column++) matrix[row]![column]! -= factor * matrix[i]![column]!;
      right[row]! -= factor * right[i]!;
    }
  }
  const solution: number[] = new Array(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    let rest = right[i]!;
    for (let column = i + 1; column < size; column++) rest -= matrix[i]![column]! * solution[column]!;
    solution[i] = rest / matrix[i]![i]!;
  }
  return solution;
}
