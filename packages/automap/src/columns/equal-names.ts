/** Pairs the columns of two tables that have equal names: likeness is not asked. */

import { affinityTable, typeClasses } from '../rules/type-class.ts';
import { compareText } from '../sides/order.ts';
import type { Columns, SideTable } from '../sides/side.ts';

/** Character for character, or but for case, punctuation and accents. */
export type EqualName = 'same-name' | 'folded-name';

export interface EqualColumns {
  readonly row: number;
  readonly column: number;
  readonly equal: EqualName;
}

/**
 * Each column at most once: equal names first, then folded ones. Where several names fold to one, the best-fitting types are
 * paired first, then the names in their order.
 */
export function pairEqualNames(
  source: Columns,
  target: Columns,
  from: SideTable,
  to: SideTable,
  isUsable: (row: number, column: number) => boolean,
): EqualColumns[] {
  const pairs: EqualColumns[] = [];
  const usedRows = new Set<number>();
  const usedColumns = new Set<number>();
  const take = (row: number, column: number, equal: EqualName): void => {
    if (usedRows.has(row) || usedColumns.has(column) || !isUsable(row, column)) return;
    usedRows.add(row);
    usedColumns.add(column);
    pairs.push({ row, column, equal });
  };
  const byName = new Map<number, number>();
  const byFold = new Map<number, number[]>();
  for (let t = to.from; t < to.to; t++) {
    byName.set(target.name[t]!, t);
    const group = byFold.get(target.folded[t]!);
    if (group) group.push(t);
    else byFold.set(target.folded[t]!, [t]);
  }
  for (let s = from.from; s < from.to; s++) {
    const t = byName.get(source.name[s]!);
    if (t !== undefined) take(s, t, 'same-name');
  }
  const alike = new Map<number, number[]>();
  for (let s = from.from; s < from.to; s++) {
    const fold = source.folded[s]!;
    const others = fold < 0 || usedRows.has(s) ? undefined : byFold.get(fold);
    if (others === undefined) continue;
    if (others.length === 1 && !alike.has(fold)) alike.set(fold, [s]);
    else if (alike.has(fold)) alike.get(fold)!.push(s);
    else alike.set(fold, [s]);
  }
  for (const [fold, rows] of alike)
    for (const [row, column] of zipByType(rows, byFold.get(fold)!)) take(row, column, 'folded-name');
  return pairs;

  function zipByType(rows: readonly number[], columns: readonly number[]): (readonly [number, number])[] {
    if (rows.length === 1 && columns.length === 1) return [[rows[0]!, columns[0]!]];
    const queues = (side: Columns, { table }: SideTable, list: readonly number[]): number[][] => {
      const byType: number[][] = typeClasses.map(() => []);
      const nameOf = (c: number): string => table.columns[side.position[c]!]!.name;
      for (const c of list.toSorted((a, b) => compareText(nameOf(b), nameOf(a)))) byType[side.type[c]!]!.push(c);
      return byType;
    };
    const [ofRows, ofColumns] = [queues(source, from, rows), queues(target, to, columns)];
    const zipped: (readonly [number, number])[] = [];
    for (const [a, b] of pairsOfTypes) {
      const [left, right] = [ofRows[a]!, ofColumns[b]!];
      while (left.length > 0 && right.length > 0) {
        const [row, column] = [left.at(-1)!, right.at(-1)!];
        // What is used already leaves its queue alone.
        if (usedRows.has(row)) left.pop();
        else if (usedColumns.has(column)) right.pop();
        else {
          zipped.push([row, column]);
          left.pop();
          right.pop();
        }
      }
    }
    return zipped;
  }
}

/** Every pair of type classes, the best-fitting first. */
const pairsOfTypes: readonly (readonly [number, number])[] = typeClasses
  .flatMap((_, a) => typeClasses.map((_other, b) => [a, b] as const))
  .sort(([a, b], [c, d]) => affinityTable[c * typeClasses.length + d]! - affinityTable[a * typeClasses.length + b]!);
