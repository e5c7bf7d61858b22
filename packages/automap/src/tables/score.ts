/** Scores pairs of tables: by their names, and by how much of what their columns tell is shared. */

import { type CellStore, createCellList, createGreedyTaker } from '../columns/cell-list.ts';
import type { CellFinder, CellMode } from '../columns/cells.ts';
import { leastRival } from '../columns/choose.ts';
import type { ColumnComparison, Meetings } from '../compare/columns.ts';
import type { NameComparison } from '../compare/names.ts';
import type { Side, SideTable } from '../sides/side.ts';
import type { Tuning } from '../tuning.ts';
import type { RankedCell } from './choose.ts';

/** A pair of tables, by their numbers in their sides. */
export interface TableCell {
  readonly row: number;
  readonly column: number;
  /** How alike the names are, 0 to 1. */
  readonly name: number;
  /** How well the tables go together by themselves, 0 to 1. */
  readonly own: number;
  /** The same with what their neighbours say. */
  value: number;
}

/** Cells below this say nothing about the tables. */
const leastCell = 0.3;
/** A column pair counts fully from 0.25 + 0.7 on. */
const countsFrom = 0.25;
const countsFully = 0.7;

export interface TableComparison {
  name(source: SideTable, target: SideTable): number;
  /** @param rank how equal the names are: see `EqualTables.rank` */
  score(row: number, column: number, rank: number, mode: CellMode): RankedCell;
}

/**
 * @param meetings counted on, where they are wanted
 * @param store keeps what was compared, where it is wanted again
 */
export function compareTables(
  source: Side,
  target: Side,
  names: NameComparison,
  columns: ColumnComparison,
  finder: CellFinder,
  { name: nameTuning, table: tuning }: Tuning,
  { meetings, store }: { readonly meetings?: Meetings | undefined; readonly store?: CellStore | undefined },
): TableComparison {
  const { sourceRarity, targetRarity } = columns;
  const sourceSums = sumsOf(source, sourceRarity);
  const targetSums = sumsOf(target, targetRarity);
  const cells = createCellList();
  const greedy = createGreedyTaker(source.columns.count, target.columns.count);
  const sourceSeen = new Int32Array(meetings ? source.columns.count : 0);
  const targetSeen = new Int32Array(meetings ? target.columns.count : 0);
  let turn = 0;
  let shared = 0;
  let ofSource = 0;
  let ofTarget = 0;

  function name(a: SideTable, b: SideTable): number {
    if (a.name === b.name || (a.folded >= 0 && a.folded === b.folded)) return 1;
    return Math.max(
      names.likeness(a.cut, b.cut),
      nameTuning.stripped * names.likeness(a.stripped, b.stripped),
      nameTuning.raw * names.likeness(a.raw, b.raw),
      nameTuning.phrase * names.likeness(a.phrased, b.phrased),
    );
  }

  function take(at: number): void {
    if (cells.values[at]! < leastCell) return;
    const counts = Math.min(1, (cells.values[at]! - countsFrom) / countsFully);
    const u = sourceRarity[cells.rows[at]!]!;
    const v = targetRarity[cells.columns[at]!]!;
    shared += counts * (u + v);
    ofSource += counts * u;
    ofTarget += counts * v;
  }

  function countMeetings({ source: ofSources, target: ofTargets }: Meetings): void {
    turn++;
    for (let i = 0; i < cells.count; i++) {
      if (cells.values[i]! < tuning.meetsFrom) continue;
      const [row, column] = [cells.rows[i]!, cells.columns[i]!];
      if (sourceSeen[row] !== turn) ofSources[row]!++;
      if (targetSeen[column] !== turn) ofTargets[column]!++;
      sourceSeen[row] = turn;
      targetSeen[column] = turn;
    }
  }

  return {
    name,
    score(row, column, rank, mode) {
      const [from, to] = [source.tables[row]!, target.tables[column]!];
      const likeness = name(from, to);
      finder.find(from, to, store ? leastRival : leastCell, mode, cells);
      store?.keep(row * target.tables.length + column, cells);
      if (meetings) countMeetings(meetings);
      shared = 0;
      ofSource = 0;
      ofTarget = 0;
      greedy.each(cells, take);
      const [all, others] = [sourceSums[row]!, targetSums[column]!];
      const dice = all + others > 0 ? shared / (all + others) : 0;
      const share = Math.max(all > 0 ? ofSource / all : 0, others > 0 ? ofTarget / others : 0);
      const own = tuning.name * likeness + (1 - tuning.name) * (tuning.dice * dice + (1 - tuning.dice) * share);
      return { row, column, name: likeness, own, value: own, rank };
    },
  };
}

/** What the columns of each table tell in all. */
function sumsOf({ tables, columns }: Side, rarity: Float64Array): Float64Array {
  const sums = new Float64Array(tables.length);
  for (let c = 0; c < columns.count; c++) sums[columns.table[c]!]! += rarity[c]!;
  return sums;
}
