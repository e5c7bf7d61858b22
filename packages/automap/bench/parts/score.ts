/** Judges proposals against known correspondences. */

import type { Answer } from './answer.ts';
import type { Verdict } from './certainty.ts';

/** The known correspondences of two catalogs, in the form of `gt.json`. */
export interface Truth {
  readonly tables: readonly (readonly [source: string, target: string])[];
  readonly columns: readonly ColumnTruth[];
  /** Proposals for other source tables are not counted. */
  readonly judged_source_tables?: readonly string[];
  /** Pairs that are neither right nor wrong. */
  readonly ignore_columns?: readonly ColumnTruth[];
}

type ColumnTruth = readonly [sourceTable: string, sourceColumn: string, targetTable: string, targetColumn: string];

export interface Score {
  readonly columnF1: number;
  readonly tableF1: number;
  /** The proposed table pairs that count. */
  readonly tables: readonly Verdict[];
}

/** Scores an answer. Names are compared character for character; a right column in a wrong table pair is wrong. */
export function score(answers: readonly Answer[], truth: Truth): Score {
  const judge = createJudge(truth);
  const judged = answers.filter(({ source }) => judge.isJudged(source));
  const columns = judged.flatMap(({ source, target, columns }) =>
    columns.flatMap((pair) => judge.column(source, pair.source, target, pair.target) ?? []),
  );
  const tables = judged.map(({ source, target, percent, confidence }) => {
    return { right: judge.table(source, target), percent, confidence };
  });
  return {
    columnF1: f1(columns, judge.columns),
    tableF1: f1(
      tables.map(({ right }) => right),
      judge.tables,
    ),
    tables,
  };
}

/** Says of single proposals whether they are right. */
export interface Judge {
  /** How many correspondences are known. */
  readonly tables: number;
  readonly columns: number;
  /** Whether proposals for a source table count. */
  isJudged(source: string): boolean;
  table(source: string, target: string): boolean;
  /** undefined where a pair is neither right nor wrong */
  column(...pair: ColumnTruth): boolean | undefined;
}

export function createJudge(truth: Truth): Judge {
  const judged = truth.judged_source_tables && new Set(truth.judged_source_tables);
  const ignored = new Set(truth.ignore_columns?.map(identity));
  const tables = new Set(truth.tables.map(identity));
  const columns = new Set(truth.columns.map(identity));
  return {
    tables: tables.size,
    columns: columns.size,
    isJudged: (source) => judged?.has(source) ?? true,
    table: (source, target) => tables.has(identity([source, target])),
    column: (...pair) => (ignored.has(identity(pair)) ? undefined : columns.has(identity(pair))),
  };
}

function identity(names: readonly string[]): string {
  return JSON.stringify(names);
}

function f1(proposed: readonly boolean[], known: number): number {
  const right = proposed.filter((isRight) => isRight).length;
  return proposed.length + known === 0 ? 1 : (2 * right) / (proposed.length + known);
}
