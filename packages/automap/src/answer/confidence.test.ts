import { describe, expect, it } from 'vitest';
import { rankedCell as cell } from '../../test/cells.ts';
import { sides } from '../../test/sides.ts';
import { table } from '../../test/table.ts';
import type { ChosenColumns } from '../columns/choose.ts';
import type { Match } from '../columns/pair-columns.ts';
import type { RankedCell } from '../tables/choose.ts';
import { tuning } from '../tuning.ts';
import { chance, columnFeatures, provenConfidence, tableFeatures } from './confidence.ts';

const chosen = (value: number, rival?: number, equal?: ChosenColumns['equal']): ChosenColumns => ({
  row: 0,
  column: 0,
  value,
  equal,
  rivals: rival === undefined ? [] : [{ row: 0, column: 1, value: rival }],
});
const match = (own: RankedCell, columns: readonly ChosenColumns[] = []): Match => ({
  cell: own,
  columns: { chosen: columns, nearestOfSource: new Map(), nearestOfTarget: new Map() },
  contradicting: [],
  kind: 'best',
});

describe('what names prove', () => {
  const { source, target } = sides([table('t', ['a', 'b', 'c', 'd'])], [table('t', ['a', 'b', 'c', 'd'])]).prepared;
  const proven = (rank: number, equal: number) =>
    provenConfidence(
      match(
        cell(0, 0, 1, rank),
        Array.from({ length: equal }, () => chosen(1, 0, 'same-name')),
      ),
      source,
      target,
    );

  it('is certain for one name in one schema, or in schemas that do not differ, and half of the columns', () => {
    expect([proven(6, 2), proven(5, 4)]).toEqual([1, 1]);
  });

  it('is less than certain where the spelling differs', () => {
    expect([proven(3, 2), proven(2, 4)]).toEqual([0.99, 0.99]);
  });

  it('is nothing in schemas that differ, for other names, and where too few columns agree', () => {
    expect([proven(4, 4), proven(1, 4), proven(0, 4), proven(6, 1)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the chance of a table pair', () => {
  const of = (value: number, rival: number, columns: number, lacksWord = false) => {
    const own = match(
      cell(0, 0, value),
      Array.from({ length: columns }, () => chosen(1)),
    );
    return chance(tableFeatures(own, [cell(0, 1, rival)], lacksWord), tuning.confidence.table);
  };

  it('rises with the score, with the lead over the next, and with the columns that agree, up to six', () => {
    expect(of(0.8, 0.4, 3)).toBeGreaterThan(of(0.6, 0.2, 3));
    expect(of(0.8, 0.5, 3)).toBeGreaterThan(of(0.8, 0.7, 3));
    expect(of(0.8, 0.5, 6)).toBeGreaterThan(of(0.8, 0.5, 3));
    expect(of(0.8, 0.5, 60)).toBe(of(0.8, 0.5, 6));
  });

  it('falls where a name lacks a word that both sides use', () => {
    expect(of(0.8, 0.5, 3, true)).toBeLessThan(of(0.8, 0.5, 3));
  });
});

describe('the chance of a column pair', () => {
  const of = (pair: ChosenColumns, table: number) => chance(columnFeatures(pair, table), tuning.confidence.column);

  it('rises with its score, with its lead, and with the chance of its tables', () => {
    expect(of(chosen(0.65), 0.9)).toBeGreaterThan(of(chosen(0.5), 0.9));
    expect(of(chosen(0.65, 0.3), 0.9)).toBeGreaterThan(of(chosen(0.65, 0.6), 0.9));
    expect(of(chosen(0.65), 0.9)).toBeGreaterThan(of(chosen(0.65), 0.3));
  });

  it('is never nothing and never certain, whatever the tables', () => {
    for (const table of [0, 1]) {
      expect(of(chosen(0), table)).toBeGreaterThan(0);
      expect(of(chosen(2), table)).toBeLessThan(1);
    }
  });
});
