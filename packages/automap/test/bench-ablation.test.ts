import { describe, expect, it } from 'vitest';
import { partsOf } from '../bench/parts/figures-of-settings.ts';
import { leaveOut } from '../bench/parts/leave-out.ts';
import { grid, present, switchedOff } from '../bench/parts/settings.ts';

describe('the settings', () => {
  it('have names of their own and change something', () => {
    const settings = [...switchedOff, ...grid];
    expect(new Set(settings.map(({ name }) => name)).size).toBe(settings.length);
    for (const { name, options, tuning } of settings) {
      const isPresent = JSON.stringify([options, tuning], lossless) === JSON.stringify([{}, present.tuning], lossless);
      expect(isPresent, name).toBe(false);
    }
  });

  it('are called after what they change', () => {
    const setting = grid.find(({ name }) => name === 'table.accept 0.2')!;
    expect(setting.tuning).toEqual({ ...present.tuning, table: { ...present.tuning.table, accept: 0.2 } });
  });

  function lossless(_key: string, value: unknown): unknown {
    return value === Number.POSITIVE_INFINITY ? 'infinite' : value;
  }
});

describe('partsOf', () => {
  const pair = (set: string, name: string, tier: 'A' | 'B' | 'C') => {
    return { set, name, tier, source: { tables: [] }, target: { tables: [] }, truth: { tables: [], columns: [] } };
  };

  it('has the tiers of each set, and the kinds of pairs that are no tier', () => {
    const pairs = [pair('x', 'one', 'A'), pair('y', 'b_one', 'B'), pair('y', 't_one', 'B'), pair('y', 'c_one', 'C')];
    const { tiers, sets } = partsOf(pairs);
    expect(tiers).toEqual([
      { name: '1 A', places: [0] },
      { name: '2 B', places: [1, 2] },
      { name: '2 C', places: [3] },
      { name: '2 b', places: [1] },
      { name: '2 t', places: [2] },
    ]);
    expect(sets.map(({ places }) => places)).toEqual([[0], [1, 2, 3]]);
  });
});

describe('leaveOut', () => {
  it('judges each family with the setting that is best for the others', () => {
    expect(
      leaveOut(
        ['a', 'b', 'c'],
        [
          [0.5, 0.9],
          [0.5, 0.6],
          [0.5, 0.1],
        ],
      ),
    ).toEqual([
      { family: 'a', chosen: 0, first: 0.5, withChosen: 0.5, best: 0.9 },
      { family: 'b', chosen: 0, first: 0.5, withChosen: 0.5, best: 0.6 },
      { family: 'c', chosen: 1, first: 0.5, withChosen: 0.1, best: 0.5 },
    ]);
  });
});
