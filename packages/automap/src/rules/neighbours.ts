/** Two tables are the more likely a pair the better the tables go together that they refer to, and that refer to them. */

import type { Side, SideTable } from '../sides/side.ts';
import type { TableCell } from '../tables/score.ts';

/** What the rule needs of the tuning. */
export interface NeighbourWeights {
  readonly neighbours: number;
  /** Neighbours that go together this well say nothing. */
  readonly neighboursMean: number;
}

/** Sets each cell's value to what the tables say themselves and what their neighbours' present values say. */
export function askNeighbours(
  cells: readonly TableCell[],
  source: Side,
  target: Side,
  weights: NeighbourWeights,
): void {
  const values = new Map<number, number>();
  const width = target.tables.length;
  for (const { row, column, value } of cells) values.set(row * width + column, value);
  const support = cells.map(({ row, column }) => {
    const [from, to] = [source.tables[row]!, target.tables[column]!];
    let sum = 0;
    let count = 0;
    for (const [a, b] of [
      [from.refersTo, to.refersTo],
      [from.referredBy, to.referredBy],
    ] as const) {
      if (a.length === 0 || b.length === 0) continue;
      const value = (s: number, t: number): number =>
        s === row || t === column
          ? s === row && t === column
            ? (values.get(row * width + column) ?? 0)
            : 0
          : (values.get(s * width + t) ?? 0);
      for (const s of a) sum += b.reduce((best, t) => Math.max(best, value(s, t)), 0);
      for (const t of b) sum += a.reduce((best, s) => Math.max(best, value(s, t)), 0);
      count += a.length + b.length;
    }
    // One that only refers to others and one that is only referred to stand at the opposite ends of a reference.
    if (count === 0 && isOpposite(from, to)) return 0;
    return count === 0 ? undefined : sum / count;
  });
  cells.forEach((cell, at) => {
    const mean = support[at];
    cell.value = mean === undefined ? cell.own : cell.own + weights.neighbours * (mean - weights.neighboursMean);
  });
}

function isOpposite(a: SideTable, b: SideTable): boolean {
  const refers = ({ refersTo, referredBy }: SideTable): boolean => refersTo.length > 0 && referredBy.length === 0;
  const isReferred = ({ refersTo, referredBy }: SideTable): boolean => refersTo.length === 0 && referredBy.length > 0;
  return (refers(a) && isReferred(b)) || (isReferred(a) && refers(b));
}
