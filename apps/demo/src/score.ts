/** Measures a predicted mapping against an expected one: precision, recall and F1, for tables and for columns. */

/** A source table and the target table that it becomes. */
export type TablePair = readonly [sourceTable: string, targetTable: string];

/** A source column and the target column that it becomes, each after its table. */
export type ColumnPair = readonly [
  sourceTable: string,
  sourceColumn: string,
  targetTable: string,
  targetColumn: string,
];

/** What corresponds between two databases. Order carries no meaning, and a pair listed twice counts once. */
export interface Correspondences {
  tables: readonly TablePair[];
  columns: readonly ColumnPair[];
}

export interface Score {
  /** Predicted pairs that are expected. */
  right: number;
  /** Predicted pairs. */
  predicted: number;
  /** Expected pairs. */
  expected: number;
  /** `right / predicted`: how much of what was proposed is true, 0 to 1. 1 when nothing was proposed: nothing was wrong. */
  precision: number;
  /** `right / expected`: how much of what is true was found, 0 to 1. 1 when there was nothing to find. */
  recall: number;
  /** Harmonic mean of precision and recall, 0 to 1. */
  f1: number;
}

/** Scores tables and columns apart. Names are compared character for character. */
export function score(predicted: Correspondences, expected: Correspondences): { tables: Score; columns: Score } {
  return {
    tables: scorePairs(predicted.tables, expected.tables),
    columns: scorePairs(predicted.columns, expected.columns),
  };
}

function scorePairs(predicted: readonly (readonly string[])[], expected: readonly (readonly string[])[]): Score {
  const proposed = keys(predicted);
  const truth = keys(expected);
  const right = [...proposed].filter((key) => truth.has(key)).length;
  const precision = proposed.size === 0 ? 1 : right / proposed.size;
  const recall = truth.size === 0 ? 1 : right / truth.size;
  const f1 = right === 0 ? Number(proposed.size + truth.size === 0) : (2 * precision * recall) / (precision + recall);
  return { right, predicted: proposed.size, expected: truth.size, precision, recall, f1 };
}

/** Names may hold any character, so no separator is safe but JSON's. */
function keys(pairs: readonly (readonly string[])[]): Set<string> {
  return new Set(pairs.map((pair) => JSON.stringify(pair)));
}
