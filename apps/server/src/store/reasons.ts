/** Why a mapping was proposed, in a compact form: positions in its column lists and thousandths, kept as JSON text. */
import type { ColumnRule, TableRule, UnmappedColumnReason } from '@roma-fdi/types';
import type { Side } from './records.ts';

export interface MappingReasons {
  readonly rule: TableRule;
  /** In thousandths. */
  readonly confidence: number;
  /** Pairs that the mapping was preferred to, the nearest first. */
  readonly runnersUp: readonly TableRunnerUp[];
  /** One for each column pair, in their order. */
  readonly columns: readonly ColumnReasons[];
  /** In the order of the table's columns. */
  readonly unmapped: { readonly [S in Side]: readonly ColumnLeft[] };
}

/** A pair with one of the mapping's two tables, and this one in place of the other. */
export interface TableRunnerUp {
  /** The side of this one. */
  readonly side: Side;
  readonly schema: string;
  readonly table: string;
  /** In thousandths. */
  readonly score: number;
}

export interface ColumnReasons {
  readonly rule: ColumnRule;
  /** In thousandths. */
  readonly confidence: number;
  /** Positions of two columns, and the score of their pair in thousandths; the nearest first. */
  readonly runnersUp: readonly ColumnRunnerUp[];
}

export type ColumnRunnerUp = readonly [source: number, target: number, score: number];

/** A column that is in no pair, by its position. */
export interface ColumnLeft {
  readonly column: number;
  readonly reason: UnmappedColumnReason;
  /** The most similar column of the other table, and the score of the two in thousandths. */
  readonly nearest?: readonly [column: number, score: number] | undefined;
}

type Written = readonly [
  /** Every rule and reason once; the rest has its position here. */
  words: readonly string[],
  rule: number,
  confidence: number,
  /** Four entries for each. */
  runnersUp: readonly (string | number)[],
  /** Rule and confidence of each, then three numbers for each runner-up. */
  columns: readonly (readonly number[])[],
  /** Column and reason of each, then two numbers for the nearest. */
  source: readonly (readonly number[])[],
  target: readonly (readonly number[])[],
];

export function writeReasons({ rule, confidence, runnersUp, columns, unmapped }: MappingReasons): string {
  const words: string[] = [];
  const at = (word: string): number => {
    const known = words.indexOf(word);
    return known < 0 ? words.push(word) - 1 : known;
  };
  const left = ({ column, reason, nearest }: ColumnLeft): number[] => [column, at(reason), ...(nearest ?? [])];
  const written: Written = [
    words,
    at(rule),
    confidence,
    runnersUp.flatMap(({ side, schema, table, score }) => [Number(side === 'target'), schema, table, score]),
    columns.map((column) => [at(column.rule), column.confidence, ...column.runnersUp.flat()]),
    unmapped.source.map(left),
    unmapped.target.map(left),
  ];
  return JSON.stringify(written);
}

export function readReasons(text: string): MappingReasons {
  const [words, rule, confidence, runnersUp, columns, source, target] = JSON.parse(text) as Written;
  const left = ([column, reason, ...nearest]: readonly number[]): ColumnLeft => ({
    column: column!,
    reason: words[reason!] as UnmappedColumnReason,
    ...(nearest.length > 0 && { nearest: nearest as unknown as NonNullable<ColumnLeft['nearest']> }),
  });
  return {
    rule: words[rule] as TableRule,
    confidence,
    runnersUp: inGroups(runnersUp, 4).map(([side, schema, table, score]) => ({
      side: side === 1 ? 'target' : 'source',
      schema: String(schema),
      table: String(table),
      score: Number(score),
    })),
    columns: columns.map(([own, sure, ...others]) => ({
      rule: words[own!] as ColumnRule,
      confidence: sure!,
      runnersUp: inGroups(others, 3) as unknown as readonly ColumnRunnerUp[],
    })),
    unmapped: { source: source.map(left), target: target.map(left) },
  };
}

function inGroups<Entry>(entries: readonly Entry[], size: number): readonly Entry[][] {
  return Array.from({ length: entries.length / size }, (_, at) => entries.slice(at * size, (at + 1) * size));
}
