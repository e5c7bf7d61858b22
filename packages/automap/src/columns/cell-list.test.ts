import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCells, size } from '../../test/cells.ts';
import { assignGreedily, type Cell } from '../assign/greedy.ts';
import { addCell, type CellList, createCellList, createGreedyTaker } from './cell-list.ts';

const listOf = (cells: readonly Cell[]): CellList => {
  const list = createCellList();
  for (const { row, column, value } of cells) addCell(list, row, column, value);
  return list;
};
const cellAt = ({ rows, columns, values }: CellList, at: number): Cell => ({
  row: rows[at]!,
  column: columns[at]!,
  value: values[at]!,
});

describe('a cell list', () => {
  it('keeps what was added while it grows', () => {
    const cells = Array.from({ length: 5000 }, (_, i) => ({ row: i, column: i + 1, value: i / 2 }));
    const list = listOf(cells);
    expect(list.count).toBe(5000);
    for (const at of [0, 1023, 1024, 4999]) expect(cellAt(list, at)).toEqual(cells[at]);
  });
});

describe('the greedy taker', () => {
  const taken = (taker: ReturnType<typeof createGreedyTaker>, cells: readonly Cell[]): Cell[] => {
    const list = listOf(cells);
    const found: Cell[] = [];
    taker.each(list, (at) => found.push(cellAt(list, at)));
    return found;
  };

  it('takes what a greedy assignment takes, turn after turn', () => {
    const taker = createGreedyTaker(size, size);
    fc.assert(
      fc.property(anyCells, (cells) => {
        expect(taken(taker, cells)).toEqual(assignGreedily(cells));
      }),
    );
  });

  it('takes the same where lists are too long to be sorted by insertion', () => {
    const cells = Array.from({ length: 900 }, (_, i) => ({
      row: i % 30,
      column: Math.floor(i / 30),
      value: (i * 7919) % 101,
    }));
    expect(taken(createGreedyTaker(30, 30), cells)).toEqual(assignGreedily(cells));
  });
});
