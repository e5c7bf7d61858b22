import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCells } from '../../test/cells.ts';
import { assignGreedily } from './greedy.ts';

describe('assignGreedily', () => {
  it('takes the best first, each row and column once; the first of equals', () => {
    const cells = [
      { row: 0, column: 0, value: 0.5 },
      { row: 0, column: 1, value: 0.9 },
      { row: 1, column: 1, value: 0.8 },
      { row: 1, column: 0, value: 0.5 },
      { row: 2, column: 0, value: 0.5 },
    ];
    expect(assignGreedily(cells)).toEqual([cells[1], cells[3]]);
  });

  it('leaves no cell whose row and column are free, and none that is better than what took its place', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const chosen = assignGreedily(cells);
        expect(new Set(chosen.map(({ row }) => row)).size).toBe(chosen.length);
        expect(new Set(chosen.map(({ column }) => column)).size).toBe(chosen.length);
        for (const cell of cells) {
          const inTheWay = chosen.filter(({ row, column }) => row === cell.row || column === cell.column);
          expect(Math.max(...inTheWay.map(({ value }) => value))).toBeGreaterThanOrEqual(cell.value);
        }
      }),
    );
  });
});
