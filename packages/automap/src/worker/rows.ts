/** The matcher's answer as it crosses: tables as positions in their catalogs, columns as positions in their tables. */

import type { Table } from '../catalog.ts';
import type { ColumnPair, TablePair, Unmapped, UnmappedColumn, WordMatch } from '../mapping.ts';
import type { ColumnReason, TableReason, UnmappedColumnReason, UnmappedTableReason } from '../reasons.ts';

export type PairRow = readonly [
  source: number,
  target: number,
  percent: number,
  confidence: number,
  score: number,
  reason: TableReason,
  words: readonly WordMatch[],
  runnersUp: readonly Rival[],
  columns: readonly ColumnRow[],
  unmappedSourceColumns: readonly UnmappedRow<UnmappedColumnReason>[],
  unmappedTargetColumns: readonly UnmappedRow<UnmappedColumnReason>[],
];

/** A table or a column for which nothing is proposed, and the nearest one of the other side where there is one. */
export type UnmappedRow<Reason> = readonly [at: number, reason: Reason, nearest?: readonly [at: number, score: number]];

type ColumnRow = readonly [
  source: number,
  target: number,
  confidence: number,
  score: number,
  reason: ColumnReason,
  words: readonly WordMatch[],
  runnersUp: readonly Rival[],
];

type Rival = readonly [source: number, target: number, score: number];

/** Where each table stands in a catalog. */
export type Positions<Key> = ReadonlyMap<Key, number>;

export const positionsOf = <Key>(keys: readonly Key[]): Positions<Key> => new Map(keys.map((key, at) => [key, at]));

export function rowOfPair(pair: TablePair, source: Positions<Table>, target: Positions<Table>): PairRow {
  const from = positionsOf(pair.source.columns.map(({ name }) => name));
  const to = positionsOf(pair.target.columns.map(({ name }) => name));
  return [
    at(source, pair.source),
    at(target, pair.target),
    pair.percent,
    pair.confidence,
    pair.score,
    pair.reason,
    pair.words,
    pair.runnersUp.map((rival) => [at(source, rival.source), at(target, rival.target), rival.score]),
    pair.columns.map((columns) => [
      at(from, columns.source),
      at(to, columns.target),
      columns.confidence,
      columns.score,
      columns.reason,
      columns.words,
      columns.runnersUp.map((rival) => [at(from, rival.source), at(to, rival.target), rival.score]),
    ]),
    pair.unmappedSourceColumns.map((column) => rowOfColumn(column, from, to)),
    pair.unmappedTargetColumns.map((column) => rowOfColumn(column, to, from)),
  ];
}

export function rowOfUnmapped(
  { table, reason, nearest }: Unmapped,
  own: Positions<Table>,
  other: Positions<Table>,
): UnmappedRow<UnmappedTableReason> {
  return nearest ? [at(own, table), reason, [at(other, nearest.table), nearest.score]] : [at(own, table), reason];
}

function rowOfColumn(
  { name, reason, nearest }: UnmappedColumn,
  own: Positions<string>,
  other: Positions<string>,
): UnmappedRow<UnmappedColumnReason> {
  return nearest ? [at(own, name), reason, [at(other, nearest.name), nearest.score]] : [at(own, name), reason];
}

function at<Key>(positions: Positions<Key>, key: Key): number {
  const position = positions.get(key);
  if (position === undefined) throw new Error(`The matcher named something that it was not given: ${String(key)}.`);
  return position;
}

/** The pair with the caller's own tables in it. */
export function pairOfRow<S extends Table, T extends Table>(
  [source, target, percent, confidence, score, reason, words, runnersUp, columns, ofSource, ofTarget]: PairRow,
  sources: readonly S[],
  targets: readonly T[],
): TablePair<S, T> {
  const from = sources[source]!;
  const to = targets[target]!;
  return {
    source: from,
    target: to,
    percent,
    confidence,
    score,
    reason,
    words,
    runnersUp: runnersUp.map(([s, t, score]) => ({ source: sources[s]!, target: targets[t]!, score })),
    columns: columns.map((row) => columnPairOfRow(row, from, to)),
    unmappedSourceColumns: ofSource.map((row) => columnOfRow(row, from, to)),
    unmappedTargetColumns: ofTarget.map((row) => columnOfRow(row, to, from)),
  };
}

export function unmappedOfRow<T extends Table, Other extends Table>(
  [table, reason, nearest]: UnmappedRow<UnmappedTableReason>,
  own: readonly T[],
  other: readonly Other[],
): Unmapped<T, Other> {
  const unmapped = { table: own[table]!, reason };
  return nearest ? { ...unmapped, nearest: { table: other[nearest[0]]!, score: nearest[1] } } : unmapped;
}

function columnPairOfRow(
  [source, target, confidence, score, reason, words, runnersUp]: ColumnRow,
  from: Table,
  to: Table,
): ColumnPair {
  return {
    source: nameAt(from, source),
    target: nameAt(to, target),
    confidence,
    score,
    reason,
    words,
    runnersUp: runnersUp.map(([s, t, score]) => ({ source: nameAt(from, s), target: nameAt(to, t), score })),
  };
}

function columnOfRow(
  [column, reason, nearest]: UnmappedRow<UnmappedColumnReason>,
  own: Table,
  other: Table,
): UnmappedColumn {
  const unmapped = { name: nameAt(own, column), reason };
  return nearest ? { ...unmapped, nearest: { name: nameAt(other, nearest[0]), score: nearest[1] } } : unmapped;
}

const nameAt = (table: Table, column: number): string => table.columns[column]!.name;
