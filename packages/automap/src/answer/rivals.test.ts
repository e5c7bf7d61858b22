import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCells } from '../../test/cells.ts';
import type { Cell } from '../assign/greedy.ts';
import type { RankedCell } from '../tables/choose.ts';
import { rankRivals } from './rivals.ts';

const ranked = (cells: readonly Cell[]): RankedCell[] =>
  cells.map((cell) => ({ ...cell, name: cell.value, own: cell.value, rank: 0 }));
const order = (a: RankedCell, b: RankedCell) => b.value - a.value || a.row - b.row || a.column - b.column;

describe('rankRivals', () => {
  it('finds the three strongest others of a row and a column, the lower numbers first among equals', () => {
    fc.assert(
      fc.property(anyCells.map(ranked), (cells) => {
        const rivals = rankRivals(cells);
        for (const cell of cells) {
          const others = cells.filter(({ row, column }) => (row === cell.row) !== (column === cell.column));
          expect(rivals.of(cell)).toEqual(others.sort(order).slice(0, 3));
        }
      }),
    );
  });

  it('does not depend on the order of the cells', () => {
    fc.assert(
      fc.property(anyCells.map(ranked), (cells) => {
        for (const cell of cells) expect(rankRivals(cells.toReversed()).of(cell)).toEqual(rankRivals(cells).of(cell));
      }),
    );
  });
});
