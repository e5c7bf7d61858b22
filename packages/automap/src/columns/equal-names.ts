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
  const rowTaken = new Uint8Array(from.to - from.from);
  const columnTaken = new Uint8Array(to.to - to.from);
  const isTaken = (row: number, column: number): boolean =>
    rowTaken[row - from.from] === 1 || columnTaken[column - to.from] === 1;
  const take = (row: number, column: number, equal: EqualName): void => {
    if (isTaken(row, column) || !isUsable(row, column)) return;
    rowTaken[row - from.from] = 1;
    columnTaken[column - to.from] = 1;
    pairs.push({ row, column, equal });
  };
  const byName = new Map<number, number>();
  for (let t = to.from; t < to.to; t++) byName.set(target.name[t]!, t);
  for (let s = from.from; s < from.to; s++) {
    const t = byName.get(source.name[s]!);
    if (t !== undefined) take(s, t, 'same-name');
  }
  const byFold = groupByFold(target, to.from, to.to, () => true);
  for (const [fold, rows] of groupByFold(source, from.from, from.to, (s) => rowTaken[s - from.from] === 0)) {
    const columns = byFold.get(fold);
    if (columns === undefined) continue;
    if (typeof rows === 'number' && typeof columns === 'number') take(rows, columns, 'folded-name');
    else for (const [row, column] of zipByType([rows].flat(), [columns].flat())) take(row, column, 'folded-name');
  }
  return pairs;

  function zipByType(rows: readonly number[], columns: readonly number[]): (readonly [number, number])[] {
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
        if (rowTaken[row - from.from] === 1) left.pop();
        else if (columnTaken[column - to.from] === 1) right.pop();
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

/** The columns of each folded name: nearly always one, which needs no list. */
function groupByFold(
  { folded }: Columns,
  from: number,
  to: number,
  isWanted: (column: number) => boolean,
): Map<number, number | number[]> {
  const groups = new Map<number, number | number[]>();
  for (let c = from; c < to; c++) {
    const fold = folded[c]!;
    if (fold < 0 || !isWanted(c)) continue;
    const group = groups.get(fold);
    if (group === undefined) groups.set(fold, c);
    else if (typeof group === 'number') groups.set(fold, [group, c]);
    else group.push(c);
  }
  return groups;
}

/** Every pair of type classes, the best-fitting first. */
const pairsOfTypes: readonly (readonly [number, number])[] = typeClasses
  .flatMap((_, a) => typeClasses.map((_other, b) => [a, b] as const))
  .sort(([a, b], [c, d]) => affinityTable[c * typeClasses.length + d]! - affinityTable[a * typeClasses.length + b]!);
