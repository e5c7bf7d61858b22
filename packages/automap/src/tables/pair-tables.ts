/** Pairs the tables of two sides: finds the pairs worth a comparison, scores them, asks their neighbours, and chooses. */

import type { Table } from '../catalog.ts';
import { type CellStore, createCellStore } from '../columns/cell-list.ts';
import { createCellFinder } from '../columns/cells.ts';
import { type Meetings, noPairs, type PresentPairs } from '../compare/columns.ts';
import type { Comparisons } from '../compare/comparisons.ts';
import type { MatchSettings } from '../match.ts';
import { askNeighbours } from '../rules/neighbours.ts';
import type { Prepared } from '../sides/prepare.ts';
import type { Side } from '../sides/side.ts';
import { allPairs, likelyPairs } from './candidates.ts';
import { type Crowded, chooseTables, type RankedCell } from './choose.ts';
import type { EqualNames } from './equal-names.ts';
import { compareTables } from './score.ts';

/** Which tables are paired. */
export interface PairedTables {
  /** Every pair that was compared. */
  readonly cells: readonly RankedCell[];
  readonly given: readonly RankedCell[];
  readonly best: readonly RankedCell[];
  /** Tables that stay alone, since too many others are equally good for them. */
  readonly crowded: Crowded;
  readonly present: PresentPairs;
  /** What was compared of the columns, where it need not be compared again; by row * width + column. */
  readonly store: CellStore | undefined;
}

/** Rounds of neighbours' advice: a second one hears what the first changed. */
const rounds = 2;
/** Names that are equal character for character have at least this rank. */
const exactRank = 4;

/** @param small whether everything can be compared with everything, and twice */
export function pairTables(
  prepared: Prepared<Table, Table>,
  comparisons: Comparisons,
  equal: EqualNames,
  { decisions, exactNames, tuning }: MatchSettings,
  small: boolean,
): PairedTables {
  const { source, target, forms } = prepared;
  const width = target.tables.length;
  const rankOf = new Map(equal.pairs.map(({ row, column, rank }) => [row * width + column, rank]));
  const given = new Set(decisions.fixed.map(({ row, column }) => row * width + column));
  const pairs = candidates().filter(
    ([row, column]) => given.has(row * width + column) || !decisions.isTableRefused(row, column),
  );

  // The first time tells how common each column is on the other side; only the second knows which are rare.
  const passes = small && !exactNames ? 2 : 1;
  // Among thousands of tables, what references add to columns is not worth a second comparison.
  const store = small || exactNames ? undefined : createCellStore();
  let meetings: Meetings | undefined;
  let cells: RankedCell[] = [];
  let chosen: PairedTables | undefined;
  for (let pass = 1; pass <= passes; pass++) {
    const columns = comparisons.columns(chosen?.present ?? noPairs, meetings);
    // Where nothing meets, there is nothing to count.
    const counted =
      pass < passes && Number.isFinite(tuning.table.meetsFrom)
        ? { source: new Int32Array(source.columns.count), target: new Int32Array(target.columns.count) }
        : undefined;
    const finder = createCellFinder(prepared, comparisons.columnWords, columns);
    const tables = compareTables(source, target, comparisons.tableNames, columns, finder, tuning, {
      meetings: counted,
      store,
    });
    cells = pairs.map(([row, column]) =>
      tables.score(row, column, rankOf.get(row * width + column) ?? 0, small ? 'all' : 'by-words'),
    );
    meetings = counted;
    for (let round = 0; round < rounds; round++) askNeighbours(cells, source, target, tuning.table);
    chosen = choose();
  }
  return chosen!;

  function candidates(): (readonly [row: number, column: number])[] {
    if (exactNames)
      return withGiven(
        equal.pairs.filter(({ rank }) => rank >= exactRank).map(({ row, column }) => [row, column] as const),
      );
    const isCrowd = (row: number, column: number): boolean =>
      equal.crowdedSources.has(row) &&
      equal.crowdedTargets.has(column) &&
      source.tables[row]!.folded === target.tables[column]!.folded;
    if (small)
      return allPairs(source, target).filter(
        ([row, column]) => rankOf.has(row * width + column) || !isCrowd(row, column),
      );
    const likely = likelyPairs(
      source,
      target,
      forms,
      { words: comparisons.columnWords, weights: comparisons.columnWeights },
      { words: comparisons.tableWords, weights: comparisons.tableWeights },
    );
    // Target by target: the columns of each are indexed once.
    return withGiven([...likely, ...equal.pairs.map(({ row, column }) => [row, column] as const)]).sort(
      ([a, b], [c, d]) => b - d || a - c,
    );
  }

  /** Each pair once, those that were given among them. */
  function withGiven(list: readonly (readonly [number, number])[]): (readonly [number, number])[] {
    const all = new Map(list.map((pair) => [pair[0] * width + pair[1], pair]));
    for (const { row, column } of decisions.fixed) all.set(row * width + column, [row, column]);
    return [...all.values()];
  }

  function choose(): PairedTables {
    const stays = cells.filter(({ row, column }) => given.has(row * width + column));
    const rows = new Set(stays.map(({ row }) => row));
    const columns = new Set(stays.map(({ column }) => column));
    const open = cells.filter(({ row, column }) => !rows.has(row) && !columns.has(column));
    const { chosen: best, crowded } = chooseTables(
      open,
      source,
      target,
      exactNames ? Number.POSITIVE_INFINITY : tuning.table.accept,
      tuning,
    );
    return { cells, given: stays, best, crowded, present: presentPairs([...stays, ...best], source, target), store };
  }
}

function presentPairs(cells: readonly RankedCell[], source: Side, target: Side): PresentPairs {
  const width = target.tables.length;
  const pairs = new Set(cells.map(({ row, column }) => row * width + column));
  const rows = new Uint8Array(source.tables.length);
  const columns = new Uint8Array(width);
  for (const { row, column } of cells) {
    rows[row] = 1;
    columns[column] = 1;
  }
  return {
    isPaired: (row, column) => pairs.has(row * width + column),
    isSourceTaken: (row) => rows[row] === 1,
    isTargetTaken: (column) => columns[column] === 1,
  };
}
