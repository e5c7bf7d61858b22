/** Chooses pairs one by one, the best first, each row and column at most once. */

/** A possible pair. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/** The chosen cells, the best first; the caller's order decides between equal values. */
export function assignGreedily<C extends Cell>(cells: readonly C[]): C[] {
  const ranked = cells.map((_, at) => at).sort((a, b) => cells[b]!.value - cells[a]!.value || a - b);
  const rows = new Set<number>();
  const columns = new Set<number>();
  const chosen: C[] = [];
  for (const at of ranked) {
    const cell = cells[at]!;
    if (rows.has(cell.row) || columns.has(cell.column)) continue;
    rows.add(cell.row);
    columns.add(cell.column);
    chosen.push(cell);
  }
  return chosen;
}
