import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCells, rankedCell } from '../../test/cells.ts';
import type { Cell } from '../assign/greedy.ts';
import type { RankedCell } from '../tables/choose.ts';
import { rankRivals } from './rivals.ts';

const ranked = (cells: readonly Cell[]): RankedCell[] =>
  cells.map(({ row, column, value }) => rankedCell(row, column, value));
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

  it('counts all that are as good, of a row or of a column, whichever are more', () => {
    const square = Array.from({ length: 25 }, (_, at) => ({ row: at % 5, column: Math.floor(at / 5), value: 0.8 }));
    const cells = ranked([...square, { row: 0, column: 5, value: 0.7 }, { row: 1, column: 5, value: 0.8 + 1e-9 }]);
    const rivals = rankRivals(cells);
    expect(cells.map((cell) => rivals.ties(cell)).slice(0, 2)).toEqual([4, 5]);
    expect(rivals.ties(cells[25]!)).toBe(0);
    expect(rivals.ties(cells[0]!, ({ column }) => column > 3)).toBe(1);
  });

  it('counts nothing that has a less equal name', () => {
    const [own, other] = ranked([0, 1].map((column) => ({ row: 0, column, value: 0.8 })));
    const most = { ...own!, rank: 6 };
    const ties = rankRivals([most, other!]);
    expect([ties.ties(most), ties.ties(other!)]).toEqual([0, 1]);
  });
});
