/** Pairs the columns of two tables that have equal names: likeness is not asked. */

import { affinityTable, typeClasses } from '../rules/type-class.ts';
import { compareText } from '../sides/order.ts';
import type { Columns, SideTable } from '../sides/side.ts';
import { type ColumnIndex, createColumnIndex } from './column-index.ts';

/** Character for character, or but for case, punctuation and accents. */
export type EqualName = 'same-name' | 'folded-name';

/** Pairs the equal names of two tables; its memory is used again. */
export interface EqualNamePairer {
  /**
   * Calls `give` with each pair, and each column at most once: equal names first, then folded ones. Where several names fold
   * to one, the best-fitting types are paired first, then the names in their order.
   */
  pair(
    from: SideTable,
    to: SideTable,
    isUsable: (row: number, column: number) => boolean,
    give: (row: number, column: number, equal: EqualName) => void,
  ): void;
}

export function createEqualNamePairer(source: Columns, target: Columns): EqualNamePairer {
  const targetNames = createColumnIndex(target.name);
  const sourceFolds = createColumnIndex(source.folded);
  const targetFolds = createColumnIndex(target.folded);
  const rowTaken = new Uint8Array(source.count);
  const columnTaken = new Uint8Array(target.count);

  return {
    pair(from, to, isUsable, give) {
      rowTaken.fill(0, from.from, from.to);
      columnTaken.fill(0, to.from, to.to);
      const take = (row: number, column: number, equal: EqualName): void => {
        if (rowTaken[row] === 1 || columnTaken[column] === 1 || !isUsable(row, column)) return;
        rowTaken[row] = 1;
        columnTaken[column] = 1;
        give(row, column, equal);
      };
      targetNames.read(to.from, to.to);
      for (let s = from.from; s < from.to; s++) {
        const t = targetNames.first(source.name[s]!);
        if (t >= 0) take(s, t, 'same-name');
      }
      sourceFolds.read(from.from, from.to);
      targetFolds.read(to.from, to.to);
      for (let s = from.from; s < from.to; s++) {
        if (rowTaken[s] === 1) continue;
        const fold = source.folded[s]!;
        const t = targetFolds.first(fold);
        if (t < 0) continue;
        if (sourceFolds.first(fold) === s && sourceFolds.next(s) < 0 && targetFolds.next(t) < 0) {
          take(s, t, 'folded-name');
          continue;
        }
        const rows = columnsOf(sourceFolds, fold).filter((row) => rowTaken[row] === 0);
        for (const [row, column] of zipByType(from, to, rows, columnsOf(targetFolds, fold)))
          take(row, column, 'folded-name');
        // Those that found no partner have had their turn.
        for (const row of rows) rowTaken[row] = 1;
      }
    },
  };

  function zipByType(
    from: SideTable,
    to: SideTable,
    rows: readonly number[],
    columns: readonly number[],
  ): (readonly [number, number])[] {
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
        if (rowTaken[row] === 1) left.pop();
        else if (columnTaken[column] === 1) right.pop();
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

function columnsOf({ first, next }: ColumnIndex, key: number): number[] {
  const columns: number[] = [];
  for (let column = first(key); column >= 0; column = next(column)) columns.push(column);
  return columns;
}

/** Every pair of type classes, the best-fitting first. */
const pairsOfTypes: readonly (readonly [number, number])[] = typeClasses
  .flatMap((_, a) => typeClasses.map((_other, b) => [a, b] as const))
  .sort(([a, b], [c, d]) => affinityTable[c * typeClasses.length + d]! - affinityTable[a * typeClasses.length + b]!);
