/** Ranks what each chosen pair of tables was preferred to: how far it is ahead tells most about whether it is right. */

import { groupBy } from '../group.ts';
import { insertAt } from '../ranking.ts';
import type { RankedCell } from '../tables/choose.ts';

/** The strongest cells of each row and column. */
export interface Rivals {
  /** The strongest other cells that have the row or the column of this one, the strongest first. */
  of(cell: RankedCell): readonly RankedCell[];
  /**
   * How many others are as good as this one, of its row or of its column, whichever are more.
   *
   * @param counts leaves out those that something else tells apart
   */
  ties(cell: RankedCell, counts?: (rival: RankedCell) => boolean): number;
}

const most = 3;
/** Values that differ by less differ by the order in which they were added up. */
const same = 1e-6;

export function rankRivals(cells: readonly RankedCell[]): Rivals {
  const rows = new Map<number, RankedCell[]>();
  const columns = new Map<number, RankedCell[]>();
  const add = (map: Map<number, RankedCell[]>, key: number, cell: RankedCell): void => {
    const best = map.get(key);
    if (best === undefined) map.set(key, [cell]);
    else insert(best, cell);
  };
  for (const cell of cells) {
    add(rows, cell.row, cell);
    add(columns, cell.column, cell);
  }
  // Hardly ever needed: where more are as good than the few that are kept.
  let all: { readonly row: Map<number, RankedCell[]>; readonly column: Map<number, RankedCell[]> } | undefined;
  const everyOf = (key: 'row' | 'column', at: number): readonly RankedCell[] => {
    all ??= { row: groupBy(cells, ({ row }) => row), column: groupBy(cells, ({ column }) => column) };
    return all[key].get(at) ?? [];
  };
  return {
    of(cell) {
      const others: RankedCell[] = [];
      for (const other of [...(rows.get(cell.row) ?? []), ...(columns.get(cell.column) ?? [])]) {
        if (!isOne(other, cell)) insert(others, other);
      }
      return others.slice(0, most);
    },
    ties(cell, counts = () => true) {
      const asGood = (other: RankedCell): boolean => other.value >= cell.value - same;
      const isTie = (other: RankedCell): boolean =>
        asGood(other) &&
        other.value <= cell.value + same &&
        other.rank >= cell.rank &&
        !isOne(other, cell) &&
        counts(other);
      const tiesOf = (key: 'row' | 'column', best: readonly RankedCell[] = []): number => {
        const listed = best.length > most && best.every(asGood) ? everyOf(key, cell[key]) : best;
        return listed.filter(isTie).length;
      };
      return Math.max(tiesOf('row', rows.get(cell.row)), tiesOf('column', columns.get(cell.column)));
    },
  };
}

function isOne(a: RankedCell, b: RankedCell): boolean {
  return a.row === b.row && a.column === b.column;
}

/** Keeps the list sorted and short: one more than are told, since the cell itself may stand in it. */
function insert(list: RankedCell[], cell: RankedCell): void {
  let at = list.length;
  while (at > 0 && comesBefore(cell, list[at - 1]!)) at--;
  if (at > most) return;
  insertAt(list, at, cell);
  if (list.length > most + 1) list.pop();
}

function comesBefore(a: RankedCell, b: RankedCell): boolean {
  return (b.value - a.value || a.row - b.row || a.column - b.column) < 0;
}
