import { describe, expect, it } from 'vitest';
import { sides } from '../../test/sides.ts';
import { table } from '../../test/table.ts';
import type { Table } from '../catalog.ts';
import { allPairs, isSmall, likelyPairs } from './candidates.ts';

function likely(source: readonly Table[], target: readonly Table[]): string[] {
  const { prepared, comparisons } = sides(source, target);
  const { columnWords, columnWeights, tableWords, tableWeights } = comparisons;
  return likelyPairs(
    prepared.source,
    prepared.target,
    prepared.forms,
    { words: columnWords, weights: columnWeights },
    { words: tableWords, weights: tableWeights },
  ).map(([row, column]) => `${prepared.source.tables[row]!.table.name}=${prepared.target.tables[column]!.table.name}`);
}

/** Tables that have nothing in common with others but `id`. */
const strangers = (letter: string, count: number) =>
  Array.from({ length: count }, (_, i) => {
    // Letters, since all would share a number.
    const own = [...String(i)].map((digit) => 'bdfghjklmn'[Number(digit)]).join('');
    return table(`${letter}x${own}`, ['id', `${letter}y${own}`, `${letter}z${own}`]);
  });

describe('likely pairs of tables', () => {
  it('are those that share rare names of columns', () => {
    const own = ['id', 'draught', 'gangway'];
    expect(likely([table('boat', own), ...strangers('q', 80)], [table('hull', own), ...strangers('w', 80)])).toEqual([
      'boat=hull',
    ]);
  });

  it('are those whose words stand for each other where no names are equal', () => {
    expect(
      likely(
        [table('boat', ['id', 'psngr_qty', 'draught_max']), ...strangers('q', 80)],
        [table('hull', ['id', 'passenger_quantity', 'maximum_draught']), ...strangers('w', 80)],
      ),
    ).toContain('boat=hull');
  });

  it('are six at most for a table, and none where all share what all have', () => {
    const twins = Array.from({ length: 20 }, (_, i) => table(`hull${i}`, ['id', 'draught', 'gangway']));
    expect(likely([table('boat', ['id', 'draught', 'gangway'])], twins)).toHaveLength(6);
    expect(likely(strangers('q', 100), strangers('w', 100))).toEqual([]);
  });
});

describe('everything with everything', () => {
  const { prepared } = sides(strangers('q', 3), strangers('w', 2));

  it('is every pair of tables', () => {
    expect(allPairs(prepared.source, prepared.target)).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 1],
    ]);
  });

  it('is compared where there are few columns, and not where there are many', () => {
    expect(isSmall(prepared.source, prepared.target)).toBe(true);
    const many = sides(strangers('q', 900), strangers('w', 900)).prepared;
    expect(isSmall(many.source, many.target)).toBe(false);
  });
});
