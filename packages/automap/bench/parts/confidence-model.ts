/** The matcher's confidences under other weights: fits weights, and says what the answers would be with them. */

import { chance } from '../../src/answer/confidence.ts';
import { tuning } from '../../src/tuning.ts';
import type { Verdict } from './certainty.ts';
import type { MatchedTables, PairFeatures } from './features.ts';
import { fitLogistic } from './logistic.ts';

export interface Weights {
  readonly table: readonly number[];
  readonly column: readonly number[];
}

/** A chance, and whether what it belongs to was right. */
export interface Chance {
  readonly chance: number;
  readonly right: boolean;
}

/** What the matcher would answer for a schema pair. */
export interface Predicted {
  readonly tables: readonly Verdict[];
  readonly columns: readonly Chance[];
  readonly columnF1: number;
}

/** Two applications are what is hardest to judge, and there are few such pairs. */
const weightOfTierC = 2;

/** First those of table pairs, then those of column pairs, whose features contain the chance of their tables. */
export function fitWeights(pairs: readonly PairFeatures[]): Weights {
  const table = fitLogistic(
    pairs.flatMap((pair) => {
      const weight = weightOf(pair, pair.tables.length);
      return pair.tables.map(({ features, right }) => ({ features, right, weight }));
    }),
  );
  const column = fitLogistic(
    pairs.flatMap((pair) => {
      const weight = weightOf(
        pair,
        pair.tables.reduce((sum, { columns }) => sum + columns.length, 0),
      );
      return pair.tables.flatMap((tables) => {
        const certainty = wholeChance(tables, table);
        return tables.columns.flatMap(({ right, features }) =>
          right === undefined ? [] : [{ features: features(certainty), right, weight }],
        );
      });
    }),
  );
  return { table, column };
}

/** A large schema says more than a small one, but its rows are alike. */
function weightOf({ tier }: PairFeatures, rows: number): number {
  return (tier === 'C' ? weightOfTierC : 1) / Math.sqrt(Math.max(1, rows));
}

export function predict(pair: PairFeatures, weights: Weights): Predicted {
  const tables: Verdict[] = [];
  const columns: Chance[] = [];
  for (const matched of pair.tables) {
    const whole = wholeChance(matched, weights.table);
    const confidence = whole === 1 && matched.share === 1 ? 1 : thousandths(matched.share * whole);
    if (confidence < tuning.confidence.leastTable) continue;
    let sum = 0;
    for (const { right, sameName, features } of matched.columns) {
      const own =
        sameName && whole === 1 ? confidence : thousandths(confidence * chance(features(whole), weights.column));
      if (own < matched.share * tuning.confidence.leastColumn) continue;
      sum += Math.round(100 * own);
      if (right !== undefined) columns.push({ chance: own, right });
    }
    tables.push({ right: matched.right, confidence, percent: Math.floor(sum / Math.max(1, matched.sourceColumns)) });
  }
  const right = columns.filter((column) => column.right).length;
  return { tables, columns, columnF1: (2 * right) / Math.max(1, columns.length + pair.knownColumns) };
}

/** The chance of a table pair before its equals take their shares. */
function wholeChance({ proven, features }: MatchedTables, weights: readonly number[]): number {
  return proven ?? thousandths(chance(features, weights));
}

/** As the answer gives them: 1 is kept for what is proven. */
function thousandths(value: number): number {
  return Math.min(0.999, Math.floor(1000 * value) / 1000);
}
