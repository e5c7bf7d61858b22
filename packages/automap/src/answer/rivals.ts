/** Ranks what each chosen pair of tables was preferred to: how far it is ahead tells most about whether it is right. */

import type { RankedCell } from '../tables/choose.ts';

/** The strongest cells of each row and column. */
export interface Rivals {
  /** The strongest other cells that have the row or the column of this one, the strongest first. */
  of(cell: RankedCell): readonly RankedCell[];
}

const most = 3;

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
  return {
    of(cell) {
      const others: RankedCell[] = [];
      for (const other of [...(rows.get(cell.row) ?? []), ...(columns.get(cell.column) ?? [])]) {
        if (other.row !== cell.row || other.column !== cell.column) insert(others, other);
      }
      return others.slice(0, most);
    },
  };
}

/** Keeps the list sorted and short: one more than are told, since the cell itself may stand in it. */
function insert(list: RankedCell[], cell: RankedCell): void {
  let at = list.length;
  while (at > 0 && comesBefore(cell, list[at - 1]!)) at--;
  if (at > most) return;
  list.splice(at, 0, cell);
  if (list.length > most + 1) list.pop();
}

function comesBefore(a: RankedCell, b: RankedCell): boolean {
  return (b.value - a.value || a.row - b.row || a.column - b.column) < 0;
}
