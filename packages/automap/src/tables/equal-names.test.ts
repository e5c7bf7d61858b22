import { describe, expect, it } from 'vitest';
import { sides } from '../../test/sides.ts';
import { table } from '../../test/table.ts';
import { findEqualNames } from './equal-names.ts';

function ranks(source: string, target: string): number | undefined {
  const { prepared } = sides([table(source, ['id'])], [table(target, ['id'])]);
  return findEqualNames(prepared.source, prepared.target).pairs[0]?.rank;
}

describe('tables of equal names', () => {
  it.each([
    ['a.berth', 'a.berth', 6],
    ['a.berth', 'A.berth', 5],
    ['berth', 'a.berth', 5],
    ['main.berth', 'public.berth', 5],
    ['a.berth', 'b.berth', 4],
    ['main.berth', 'a.berth', 4],
    ['a.berth', 'a.Berth', 3],
    ['a.berth', 'A.Berth', 2],
    ['a.berth', 'b.Berth', 1],
    ['a.berth', 'a.berths', undefined],
  ])('%s and %s have the rank %s', (source, target, rank) => {
    expect(ranks(source, target)).toBe(rank);
  });

  it('meet in their schemas alone where they are too many', () => {
    const named = (letter: string) => Array.from({ length: 40 }, (_, i) => table(`${letter}${i}.berth`, ['id']));
    const { prepared } = sides([...named('a'), table('ferry', ['id'])], [...named('A'), table('ferry', ['id'])]);
    const { pairs, crowdedSources, crowdedTargets } = findEqualNames(prepared.source, prepared.target);
    expect(pairs).toHaveLength(41);
    expect([crowdedSources.size, crowdedTargets.size]).toEqual([40, 40]);
  });

  it('are not crowded where few meet', () => {
    const { prepared } = sides([table('a.berth', ['id'])], [table('b.berth', ['id']), table('c.berth', ['id'])]);
    const { pairs, crowdedSources } = findEqualNames(prepared.source, prepared.target);
    expect(pairs).toHaveLength(2);
    expect(crowdedSources.size).toBe(0);
  });
});
