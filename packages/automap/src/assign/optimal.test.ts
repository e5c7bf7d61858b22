import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCells, size } from '../../test/cells.ts';
import { tuning } from '../tuning.ts';
import type { Cell } from './greedy.ts';
import { createAssigner } from './optimal.ts';

const squares = (cells: readonly Cell[]) => cells.reduce((sum, { value }) => sum + Math.max(0, value) ** 2, 0);

/** The largest sum that any choice comes to, by trying all. */
function best(cells: readonly Cell[], rows: ReadonlySet<number>, columns: ReadonlySet<number>): number {
  const [first, ...rest] = cells;
  if (!first) return 0;
  const without = best(rest, rows, columns);
  if (rows.has(first.row) || columns.has(first.column)) return without;
  const taken = best(rest, new Set([...rows, first.row]), new Set([...columns, first.column]));
  return Math.max(without, squares([first]) + taken);
}

describe('the assigner', () => {
  const assigner = createAssigner(size, size, tuning.assign);

  it('finds the largest sum of squares, each row and column once, as trying all does', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const chosen = assigner.assign(cells);
        expect(new Set(chosen.map(({ row }) => row)).size).toBe(chosen.length);
        expect(new Set(chosen.map(({ column }) => column)).size).toBe(chosen.length);
        expect(chosen.every((cell) => cells.includes(cell) && cell.value > 0)).toBe(true);
        expect(squares(chosen)).toBeCloseTo(best(cells, new Set(), new Set()));
      }),
    );
  });

  it('gives up the best pair where two good ones are worth more', () => {
    const cells = [
      { row: 0, column: 0, value: 0.9 },
      { row: 0, column: 1, value: 0.8 },
      { row: 1, column: 0, value: 0.8 },
    ];
    expect(assigner.assign(cells)).toEqual(cells.slice(1));
    // Two middling ones are not.
    expect(assigner.assign(cells.map((cell, at) => (at === 0 ? cell : { ...cell, value: 0.6 })))).toEqual([cells[0]]);
  });

  it('does not depend on the order of the cells where no two sums are equal', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const told = cells.map((cell, at) => ({ ...cell, value: cell.value + 2 ** -(at + 12) }));
        const key = ({ row, column }: Cell) => row * size + column;
        const sorted = (list: readonly Cell[]) => list.map(key).sort((a, b) => a - b);
        expect(sorted(assigner.assign(told.toReversed()))).toEqual(sorted(assigner.assign(told)));
      }),
    );
  });

  it('takes the best one by one where all is too much work', () => {
    const side = 400;
    const cells = Array.from({ length: side * side }, (_, i) => ({
      row: Math.floor(i / side),
      column: i % side,
      value: 0.5,
    }));
    const chosen = createAssigner(side, side, tuning.assign).assign(cells);
    expect(chosen).toHaveLength(side);
    expect(chosen.every(({ row, column }) => row === column)).toBe(true);
  });
});
