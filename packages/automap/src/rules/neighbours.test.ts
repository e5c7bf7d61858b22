import { describe, expect, it } from 'vitest';
import { sides } from '../../test/sides.ts';
import { table } from '../../test/table.ts';
import type { TableCell } from '../tables/score.ts';
import { askNeighbours } from './neighbours.ts';

const weights = { neighbours: 0.2, neighboursMean: 0.3 };
const refers = (name: string, other: string) => ({
  ...table(name, ['k']),
  foreign_keys: [{ columns: ['k'], ref_table: other, ref_columns: ['k'] }],
});
const cell = (row: number, column: number, value: number): TableCell => ({ row, column, name: 0, own: value, value });

describe('askNeighbours', () => {
  // Tables are sorted by name: 0 refers to 1.
  const source = [refers('a', 'b'), table('b', ['k'])];

  it('raises a pair whose neighbours go together, and lowers one whose neighbours do not', () => {
    const { prepared } = sides(source, [refers('x', 'y'), table('y', ['k'])]);
    const cells = [cell(0, 0, 0.5), cell(1, 1, 0.9)];
    askNeighbours(cells, prepared.source, prepared.target, weights);
    expect(cells[0]!.value).toBeCloseTo(0.5 + 0.2 * (0.9 - 0.3));
    const apart = [cell(0, 0, 0.5), cell(1, 1, 0.1)];
    askNeighbours(apart, prepared.source, prepared.target, weights);
    expect(apart[0]!.value).toBeLessThan(0.5);
  });

  it('leaves a pair alone where a table of it has no neighbours and neither end of a reference contradicts', () => {
    const { prepared } = sides([table('a', ['k'])], [table('x', ['k'])]);
    const cells = [cell(0, 0, 0.5)];
    askNeighbours(cells, prepared.source, prepared.target, weights);
    expect(cells[0]!.value).toBe(0.5);
  });

  it('takes a table that refers and one that is referred to for opposites', () => {
    const { prepared } = sides(source, [refers('x', 'y'), table('y', ['k'])]);
    const cells = [cell(0, 1, 0.5), cell(1, 0, 0.5)];
    askNeighbours(cells, prepared.source, prepared.target, weights);
    for (const { value } of cells) expect(value).toBeCloseTo(0.5 - 0.2 * 0.3);
  });

  it('starts from what the tables say themselves, however often it is asked', () => {
    const { prepared } = sides(source, [refers('x', 'y'), table('y', ['k'])]);
    const cells = [cell(0, 0, 0.5), cell(1, 1, 0.9)];
    for (let round = 0; round < 50; round++) askNeighbours(cells, prepared.source, prepared.target, weights);
    for (const { own, value } of cells) expect(Math.abs(value - own)).toBeLessThan(0.2);
  });

  it('knows no better neighbour of a table that refers to itself than the pair itself', () => {
    const { prepared } = sides([refers('a', 'a')], [refers('x', 'x'), refers('y', 'y')]);
    const cells = [cell(0, 0, 0.6), cell(0, 1, 0.6)];
    askNeighbours(cells, prepared.source, prepared.target, weights);
    expect(cells[0]!.value).toBe(cells[1]!.value);
  });
});
