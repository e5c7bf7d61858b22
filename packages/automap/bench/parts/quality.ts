/** The figures of the bench `openset`: those of each schema pair, of each tier and of a set, and the lines that show them. */

import { type Measure, mean, type RocAreas, rocAreas, type SureShare, sureShare, type Verdict } from './certainty.ts';
import type { Score } from './score.ts';
import type { Tier } from './sets.ts';

export interface PairFigures {
  readonly pair: string;
  readonly tier: Tier;
  readonly exact: Score;
  readonly folded: Score;
  readonly automap: Score;
  readonly milliseconds: number;
}

export interface Summary {
  readonly tier: Tier | 'all';
  readonly pairs: number;
  readonly columnF1: { readonly exact: number; readonly folded: number; readonly automap: number };
  readonly worst: { readonly pair: string; readonly columnF1: number };
  readonly tableF1: number;
  readonly sure: Readonly<Record<Measure, SureShare>>;
  readonly rocArea: Readonly<Record<Measure, RocAreas>>;
  /** Pairs in which a plain tool did better. */
  readonly belowBaseline: readonly string[];
}

/** @param rows of one tier or of all */
export function summaryOf(tier: Tier | 'all', rows: readonly PairFigures[]): Summary {
  const f1 = (by: 'exact' | 'folded' | 'automap') => mean(rows.map((row) => row[by].columnF1));
  const worst = rows.reduce((least, row) => (row.automap.columnF1 < least.automap.columnF1 ? row : least));
  const verdicts = rows.map(({ automap }) => automap.tables);
  return {
    tier,
    pairs: rows.length,
    columnF1: { exact: f1('exact'), folded: f1('folded'), automap: f1('automap') },
    worst: { pair: worst.pair, columnF1: worst.automap.columnF1 },
    tableF1: mean(rows.map(({ automap }) => automap.tableF1)),
    ...certaintyOf(verdicts),
    belowBaseline: rows.filter(isBelowBaseline).map(({ pair }) => pair),
  };
}

/** @param pairs the table pairs of each schema pair */
export function certaintyOf(pairs: readonly (readonly Verdict[])[]): Pick<Summary, 'sure' | 'rocArea'> {
  const all = pairs.flat();
  return {
    sure: { percent: sureShare(all, 'percent'), confidence: sureShare(all, 'confidence') },
    rocArea: { percent: rocAreas(pairs, 'percent'), confidence: rocAreas(pairs, 'confidence') },
  };
}

function isBelowBaseline({ exact, folded, automap }: PairFigures): boolean {
  return automap.columnF1 < Math.max(exact.columnF1, folded.columnF1) - 1e-9;
}

export const headOfPairs = `                                 column F1                 table F1               right/all     ROC area of
pair                        tier  exact folded automap    exact folded automap  90 %     0.9  confid percent     ms`;

/** A `<` marks a pair in which a plain tool did better. */
export function lineOfPair(figures: PairFigures): string {
  const { pair, tier, exact, folded, automap, milliseconds } = figures;
  const f1 = (figure: 'columnF1' | 'tableF1') => [exact, folded, automap].map((by) => by[figure].toFixed(3)).join('  ');
  const certainty = certaintyOf([automap.tables]);
  return [
    pair.padEnd(30),
    `${tier}  ${f1('columnF1')} ${isBelowBaseline(figures) ? '<' : ' '}`,
    ` ${f1('tableF1')}`,
    counts(certainty.sure.percent).padStart(8),
    counts(certainty.sure.confidence).padStart(7),
    area(certainty.rocArea.confidence.pooled).padStart(7),
    area(certainty.rocArea.percent.pooled).padStart(7),
    milliseconds.toFixed(0).padStart(6),
  ].join(' ');
}

export function summaryLines(sets: readonly { readonly set: string; readonly tiers: readonly Summary[] }[]): string[] {
  return [
    'Of the table pairs with 90 % and more, and of those with a confidence of 0.9 and more: how many are right, in',
    'percent, and how many of all right ones are there. ROC areas: of all table pairs together / mean of the schema pairs.',
    '',
    '            column F1                  table     90 % and more          0.9 and more            ROC areas of',
    'tier pairs  exact folded automap worst    F1  right/all right there  right/all right there   confidence    percent',
    ...sets.flatMap(({ set, tiers }) => ['', set, ...tiers.flatMap(summaryOfTier)]),
  ];
}

function summaryOfTier({ tier, pairs, columnF1, worst, tableF1, sure, rocArea, belowBaseline }: Summary): string[] {
  const line = [
    tier.padEnd(4),
    String(pairs).padStart(5),
    ` ${columnF1.exact.toFixed(3)}  ${columnF1.folded.toFixed(3)}   ${columnF1.automap.toFixed(3)} ${worst.columnF1.toFixed(3)} ${tableF1.toFixed(3)}`,
    sureCells(sure.percent),
    sureCells(sure.confidence),
    ` ${areas(rocArea.confidence)}`,
    ` ${areas(rocArea.percent)}`,
  ].join(' ');
  const notes = [
    ...(worst.columnF1 < 1 ? [`worst: ${worst.pair}`] : []),
    ...(belowBaseline.length > 0 ? [`below a plain tool: ${belowBaseline.join(', ')}`] : []),
  ];
  return tier === 'all' || notes.length === 0 ? [line] : [line, `       ${notes.join('; ')}`];
}

export function sureCells(share: SureShare): string {
  return `${counts(share).padStart(10)} ${percent(share.right, share.all)} ${percent(share.right, share.ofRight)}`;
}

export function areas({ pooled, mean }: RocAreas): string {
  return `${area(pooled)}/${area(mean)}`;
}

function counts({ right, all }: SureShare): string {
  return `${right}/${all}`;
}

function percent(part: number, whole: number): string {
  return (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)).padStart(5);
}

function area(value: number | undefined): string {
  return value?.toFixed(3) ?? '  -  ';
}
