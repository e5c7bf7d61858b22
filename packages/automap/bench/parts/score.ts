/** Judges proposals against known correspondences. */

import type { Answer } from './answer.ts';

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
  /** Table pairs of 90 percent or more, and how many of them are right. */
  readonly confident: number;
  readonly confidentRight: number;
  /** Right table pairs. */
  readonly tablesRight: number;
  /** The area under the ROC curve of the percentage; undefined where all pairs are right or all are wrong. */
  readonly rocArea: number | undefined;
}

/** Scores an answer. Names are compared character for character; a right column in a wrong table pair is wrong. */
export function score(answers: readonly Answer[], truth: Truth): Score {
  const judgedTables = truth.judged_source_tables && new Set(truth.judged_source_tables);
  const judged = answers.filter(({ source }) => judgedTables?.has(source) ?? true);
  const ignored = new Set(truth.ignore_columns?.map(identity));
  const columns = judged
    .flatMap(({ source, target, columns }) =>
      columns.map((pair) => identity([source, pair.source, target, pair.target])),
    )
    .filter((pair) => !ignored.has(pair));
  const trueTables = new Set(truth.tables.map(identity));
  const tables = judged.map(({ source, target, percent }) => ({
    percent,
    right: trueTables.has(identity([source, target])),
  }));
  const confident = tables.filter(({ percent }) => percent >= 90);
  const tablesRight = tables.filter(({ right }) => right).length;
  const trueColumns = new Set(truth.columns.map(identity));
  return {
    columnF1: f1(columns.filter((pair) => trueColumns.has(pair)).length, columns.length, trueColumns.size),
    tableF1: f1(tablesRight, tables.length, trueTables.size),
    confident: confident.length,
    confidentRight: confident.filter(({ right }) => right).length,
    tablesRight,
    rocArea: rocArea(tables),
  };
}

function identity(names: readonly string[]): string {
  return JSON.stringify(names);
}

function f1(right: number, proposed: number, known: number): number {
  return proposed + known === 0 ? 1 : (2 * right) / (proposed + known);
}

/** The share of (right, wrong) pairs of which the right one has the higher percentage; ties count half. */
export function rocArea(tables: readonly { readonly percent: number; readonly right: boolean }[]): number | undefined {
  const right = tables.filter((table) => table.right);
  const wrong = tables.filter((table) => !table.right);
  if (right.length === 0 || wrong.length === 0) return undefined;
  let wins = 0;
  for (const a of right) for (const b of wrong) wins += a.percent > b.percent ? 1 : a.percent === b.percent ? 0.5 : 0;
  return wins / (right.length * wrong.length);
}
