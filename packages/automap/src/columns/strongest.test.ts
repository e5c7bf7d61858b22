import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCells, size } from '../../test/cells.ts';
import { sides } from '../../test/sides.ts';
import { table } from '../../test/table.ts';
import type { Cell } from '../assign/greedy.ts';
import { addCell, createCellList } from './cell-list.ts';
import { createStrongest } from './strongest.ts';

const names = Array.from({ length: size }, (_, i) => `c${i}`);
const { prepared } = sides([table('t', names)], [table('t', names)]);
const [from, to] = [prepared.source.tables[0]!, prepared.target.tables[0]!];

function read(strongest: ReturnType<typeof createStrongest>, cells: readonly Cell[], isUsable = (_: Cell) => true) {
  const list = createCellList();
  for (const { row, column, value } of cells) addCell(list, row, column, value);
  strongest.read(list, (row, column) => isUsable({ row, column, value: 0 }), from, to);
}
const values = (cells: Iterable<Cell>) => [...cells].map(({ value }) => value);

describe('the strongest cells', () => {
  const strongest = createStrongest(size, size);

  it('are the rivals of a pair: the three strongest others of its row or column', () => {
    fc.assert(
      fc.property(anyCells, fc.nat(size - 1), fc.nat(size - 1), (cells, row, column) => {
        read(strongest, cells);
        const others = cells.filter((cell) => (cell.row === row) !== (cell.column === column));
        const expected = values(others)
          .sort((a, b) => b - a)
          .slice(0, 3);
        expect(values(strongest.rivalsOf(row, column))).toEqual(expected);
      }),
    );
  });

  it('are the nearest of each column that is wanted', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        read(strongest, cells);
        for (const [side, own] of [
          ['source', 'row'],
          ['target', 'column'],
        ] as const) {
          const nearest = strongest.nearest(side, (c) => c > 0);
          for (let c = 0; c < size; c++) {
            const all = values(cells.filter((cell) => cell[own] === c));
            expect(nearest.get(c)?.value).toBe(c === 0 || all.length === 0 ? undefined : Math.max(...all));
          }
        }
      }),
    );
  });

  const cells = [
    { row: 0, column: 0, value: 0.9 },
    { row: 0, column: 1, value: 0.8 },
    { row: 1, column: 0, value: 0.7 },
  ];

  it('are asked for those that are free', () => {
    read(strongest, cells);
    expect(strongest.freeRival(0, 0, () => true)).toBe(0.8);
    expect(strongest.freeRival(0, 0, (_, column) => column === 0)).toBe(0.7);
    expect(strongest.freeRival(0, 0, () => false)).toBe(0);
    expect([strongest.valueOf(0, 1), strongest.valueOf(1, 1)]).toEqual([0.8, undefined]);
  });

  it('leave out what cannot be used, and what they read before', () => {
    read(strongest, cells);
    read(strongest, cells, ({ row, column }) => row !== 0 || column !== 1);
    expect(values(strongest.rivalsOf(0, 0))).toEqual([0.7]);
    read(strongest, []);
    expect(strongest.rivalsOf(0, 0)).toEqual([]);
  });
});
