import { describe, expect, it } from 'vitest';
import { sides } from '../../test/sides.ts';
import { table } from '../../test/table.ts';
import type { Match } from '../columns/pair-columns.ts';
import { tuning } from '../tuning.ts';
import { learnFromGiven, learnFromMatches } from './learning.ts';

const source = [table('ferry', ['deck_zone', 'cabin_zone', 'zone_2', 'fuel'])];
const target = [table('vessel', ['deck_area', 'cabin_area', 'area_3', 'fuel'])];
const { prepared, comparisons } = sides(source, target);
const textOf = (lessons: readonly (readonly [number, number, number])[]) =>
  lessons.map(([s, t]) => `${prepared.lexicon.texts[s]} ${prepared.lexicon.texts[t]}`);

const match = (pairs: readonly (readonly [number, number])[], table = 0.9, value = 0.9): Match => ({
  cell: { row: 0, column: 0, name: 1, own: table, value: table, rank: 0 },
  columns: {
    chosen: pairs.map(([row, column]) => ({ row, column, value, equal: undefined, rivals: [] })),
    nearestOfSource: new Map(),
    nearestOfTarget: new Map(),
  },
  contradicting: [],
  kind: 'best',
});
const learn = (...matches: Match[]) =>
  textOf(learnFromMatches(matches, prepared, comparisons.columnWords, tuning.learning));

describe('a pair that was given', () => {
  const given = (s: string, t: string) =>
    textOf(
      learnFromGiven(
        sides(source, target, {
          fixed: [{ source: { name: 'ferry' }, target: { name: 'vessel' }, columns: [{ source: s, target: t }] }],
        }).settings.decisions,
        prepared,
      ),
    );

  it('teaches by itself which word stands for which', () => {
    expect(given('deck_zone', 'deck_area')).toEqual(['zone area']);
  });

  it('teaches nothing where more than a word is left, none, or a number', () => {
    expect(given('deck_zone', 'cabin_area')).toEqual([]);
    expect(given('fuel', 'fuel')).toEqual([]);
    expect(given('zone_2', 'area_3')).toEqual([]);
  });
});

describe('pairs that were found', () => {
  it('teach where two words meet twice', () => {
    expect(
      learn(
        match([
          [0, 0],
          [1, 1],
        ]),
      ),
    ).toEqual(['zone area']);
  });

  it.each([
    ['once', match([[0, 0]])],
    [
      'in doubtful tables',
      match(
        [
          [0, 0],
          [1, 1],
        ],
        0.5,
      ),
    ],
    [
      'in doubtful columns',
      match(
        [
          [0, 0],
          [1, 1],
        ],
        0.9,
        0.5,
      ),
    ],
    [
      'equal',
      match([
        [3, 3],
        [3, 3],
      ]),
    ],
  ])('teach nothing where they meet %s', (_, found) => {
    expect(learn(found)).toEqual([]);
  });
});
