import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column, ColumnPair } from './columns.ts';
import { type DecidedMapping, decideMapping, faultOfDecisions, type TableDecisions } from './decide-mapping.ts';
import type { ColumnNames, Decision } from './decisions.ts';

const columns = (...names: readonly string[]): Column[] => names.map((name) => [name, 'TEXT', '0']);

/** a1 to b1 and a2 to b2, proposed; a3 and b3 are free. */
const proposed: DecidedMapping = {
  sourceColumns: columns('a1', 'a2', 'a3'),
  targetColumns: columns('b1', 'b2', 'b3'),
  columnPairs: [
    [0, 0],
    [1, 1],
  ],
  reasons: {
    rule: 'synonym',
    confidence: 800,
    runnersUp: [],
    columns: [
      { rule: 'synonym', confidence: 700, runnersUp: [[0, 2, 300]] },
      { rule: 'abbreviation', confidence: 605, runnersUp: [] },
    ],
    unmapped: {
      source: [{ column: 2, reason: 'no-counterpart' }],
      target: [{ column: 2, reason: 'too-little-in-common', nearest: [0, 300] }],
    },
  },
};

const table = (name: string) => ({ name });
const decision = (list: Decision['list'], at: number, names?: readonly ColumnNames[]): Decision => ({
  list,
  at,
  source: table('a'),
  target: table('b'),
  ...(names && { columns: names }),
});
const decide = (decisions: Partial<TableDecisions>): TableDecisions => ({
  accepted: [],
  fixed: [],
  refused: [],
  ...decisions,
});

describe('a mapping', () => {
  it('that is accepted is certain, and has the column pairs that it had', () => {
    const after = decideMapping(proposed, decide({ accepted: [decision('accepted', 0)] }));
    expect(after).toMatchObject({ columnPairs: proposed.columnPairs, isChanged: false, percent: 66 });
    expect(after.reasons).toMatchObject({ rule: 'given', confidence: 1000 });
    expect(after.reasons?.columns).toEqual([
      { rule: 'given', confidence: 1000, runnersUp: [] },
      { rule: 'given', confidence: 1000, runnersUp: [] },
    ]);
    expect(after.reasons?.unmapped).toEqual(proposed.reasons?.unmapped);
  });

  it('of which some columns are accepted keeps the reasons of the others, and counts them as they were', () => {
    const after = decideMapping(proposed, decide({ accepted: [decision('accepted', 0, [['a1', 'b1']])] }));
    expect(after.reasons?.columns).toMatchObject([{ rule: 'given' }, { rule: 'abbreviation', confidence: 605 }]);
    expect(after).toMatchObject({ isChanged: false, percent: Math.floor((100 + 60) / 3) });
  });

  it('has what is fixed, which takes its columns from other pairs', () => {
    const fixed = [
      decision('fixed', 0, [
        ['a1', 'b2'],
        ['a3', 'b3'],
      ]),
    ];
    const after = decideMapping(proposed, decide({ fixed }));
    expect(after.columnPairs).toEqual([
      [0, 1],
      [2, 2],
    ]);
    expect(after).toMatchObject({ isChanged: true, percent: 66 });
    expect(after.reasons?.unmapped).toEqual({
      source: [{ column: 1, reason: 'counterpart-taken' }],
      target: [{ column: 0, reason: 'counterpart-taken' }],
    });
  });

  it('loses the column pairs that are refused, and says so', () => {
    const after = decideMapping(proposed, decide({ refused: [decision('refused', 0, [['a1', 'b1']])] }));
    expect(after).toMatchObject({ columnPairs: [[1, 1]], isChanged: true, percent: 20 });
    expect(after.reasons).toMatchObject({ rule: 'synonym', confidence: 800 });
    expect(after.reasons?.unmapped.source).toEqual([
      { column: 0, reason: 'refused' },
      { column: 2, reason: 'no-counterpart' },
    ]);
  });

  it('without reasons is certain', () => {
    const mapping = { ...proposed, reasons: undefined };
    const after = decideMapping(mapping, decide({ refused: [decision('refused', 0, [['a1', 'b1']])] }));
    expect(after).toMatchObject({ percent: 33, reasons: undefined });
    expect(decideMapping({ ...mapping, sourceColumns: [], columnPairs: [] }, decide({}))).toMatchObject({ percent: 0 });
  });

  it('never has a column twice, and the same decisions again change nothing', () => {
    const names = fc.tuple(fc.constantFrom('a1', 'a2', 'a3'), fc.constantFrom('b1', 'b2', 'b3'));
    const listOf = (list: Decision['list'], pair: fc.Arbitrary<ColumnNames>) =>
      fc.array(
        fc.array(pair, { maxLength: 2 }).map((each) => decision(list, 0, each)),
        { maxLength: 1 },
      );
    const lists = fc.record({
      accepted: listOf('accepted', fc.constantFrom<ColumnNames>(['a1', 'b1'], ['a2', 'b2'])),
      fixed: listOf('fixed', names),
      refused: listOf('refused', names),
    });
    fc.assert(
      fc.property(lists, (decided) => {
        fc.pre(faultOfDecisions(proposed, decided) === undefined);
        const after = decideMapping(proposed, decided);
        for (const side of [0, 1] as const) {
          const used = after.columnPairs.map((pair: ColumnPair) => pair[side]);
          expect(new Set(used).size).toBe(used.length);
        }
        const again = decideMapping(after, decided);
        expect(again).toEqual({ ...after, isChanged: false });
      }),
    );
  });
});

describe('decisions that do not fit', () => {
  it.each<[what: string, decided: Partial<TableDecisions>, place: string, why: RegExp]>([
    [
      'tables that are right and wrong',
      { fixed: [decision('fixed', 4)], refused: [decision('refused', 2)] },
      'refused.2',
      /right at \[fixed\.4\]/,
    ],
    ['an unknown column', { fixed: [decision('fixed', 0, [['a1', 'nope']])] }, 'fixed.0.columns.0.target', /nope/],
    [
      'a refused column that is unknown',
      { refused: [decision('refused', 1, [['nope', 'b1']])] },
      'refused.1.columns.0.source',
      /no column \[nope\]/,
    ],
    [
      'an accepted pair that is not mapped',
      {
        accepted: [
          decision('accepted', 0, [
            ['a1', 'b1'],
            ['a3', 'b3'],
          ]),
        ],
      },
      'accepted.0.columns.1',
      /\[a3\] is not mapped to \[b3\]/,
    ],
    [
      'a column that is fixed twice',
      { fixed: [decision('fixed', 0, [['a1', 'b1']]), decision('fixed', 1, [['a2', 'b1']])] },
      'fixed.1.columns.0.target',
      /another pair/,
    ],
    [
      'columns that are right and wrong',
      { accepted: [decision('accepted', 0, [['a1', 'b1']])], refused: [decision('refused', 0, [['a1', 'b1']])] },
      'refused.0.columns.0',
      /right elsewhere/,
    ],
  ])('%s', (_, decided, place, why) => {
    const fault = faultOfDecisions(proposed, decide(decided));
    expect(fault?.place).toBe(place);
    expect(fault?.why).toMatch(why);
  });

  it('name a column as often as they like where it is the same pair', () => {
    const twice: readonly ColumnNames[] = [
      ['a3', 'b3'],
      ['a3', 'b3'],
    ];
    const decided = decide({ fixed: [decision('fixed', 0, twice)] });
    expect(faultOfDecisions(proposed, decided)).toBeUndefined();
    expect(decideMapping(proposed, decided).columnPairs).toHaveLength(3);
  });
});
