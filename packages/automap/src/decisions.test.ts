import { describe, expect, it } from 'vitest';
import { sides } from '../test/sides.ts';
import { table } from '../test/table.ts';
import type { MapOptions } from './options.ts';

// Columns are numbered by tables in the order of their names: berth 0 to 1, ferry 2 to 3; pier 0 to 1, vessel 2 to 3.
const read = (options: MapOptions) =>
  sides(
    [table('ferry', ['id', 'name']), table('berth', ['id', 'no'])],
    [table('vessel', ['id', 'name']), table('pier', ['id', 'no'])],
    options,
  ).settings.decisions;
const pair = (source: string, target: string, ...columns: (readonly [string, string])[]) => ({
  source: { name: source },
  target: { name: target },
  ...(columns.length > 0 ? { columns: columns.map(([s, t]) => ({ source: s, target: t })) } : {}),
});

describe('decisions', () => {
  it('are found by the names of tables and columns', () => {
    expect(read({ fixed: [pair('ferry', 'vessel', ['name', 'id'])] }).fixed).toEqual([
      { row: 1, column: 1, columns: [[3, 2]] },
    ]);
  });

  it('are passed over where the catalogs no longer have the table or the column, or write it otherwise', () => {
    const { fixed, refusedSources } = read({
      fixed: [pair('raft', 'vessel'), pair('Ferry', 'vessel'), pair('ferry', 'vessel', ['fuel', 'id'], ['id', 'id'])],
      refused: [pair('berth', 'quay')],
    });
    expect(fixed).toEqual([{ row: 1, column: 1, columns: [[2, 2]] }]);
    expect(refusedSources.size).toBe(0);
  });

  it('give a column to the first pair that names it', () => {
    const fixed = [
      pair('ferry', 'vessel', ['id', 'id'], ['id', 'name']),
      pair('ferry', 'pier', ['name', 'id'], ['id', 'no']),
    ];
    expect(read({ fixed }).fixed.map(({ columns }) => columns)).toEqual([[[2, 2]], [[3, 0]]]);
  });

  it('are put together where they name the same tables', () => {
    const fixed = [
      pair('ferry', 'vessel', ['id', 'name']),
      pair('ferry', 'vessel'),
      pair('ferry', 'vessel', ['name', 'id']),
    ];
    expect(read({ fixed }).fixed).toEqual([
      {
        row: 1,
        column: 1,
        columns: [
          [2, 3],
          [3, 2],
        ],
      },
    ]);
    const { refusedColumns } = read({ refused: fixed });
    expect([refusedColumns(1, 1), refusedColumns(0, 0)]).toEqual([
      [
        [2, 3],
        [3, 2],
      ],
      [],
    ]);
  });

  it('refuse tables, or where they name columns these alone', () => {
    const { isTableRefused, isColumnRefused, refusedSources, refusedTargets } = read({
      refused: [pair('ferry', 'pier'), pair('berth', 'pier', ['id', 'no'])],
    });
    expect([isTableRefused(1, 0), isTableRefused(0, 0), isTableRefused(0, 1)]).toEqual([true, false, false]);
    expect([isColumnRefused(0, 1), isColumnRefused(0, 0)]).toEqual([true, false]);
    expect([[...refusedSources], [...refusedTargets]]).toEqual([[1], [0]]);
  });

  // With work for each that grows with their number this would take minutes.
  it('may name two tables once for each pair of their columns', () => {
    const names = Array.from({ length: 300 }, (_, at) => `c${at}`);
    const refused = names.flatMap((one) => names.map((other) => pair('wide', 'wide', [one, other])));
    const { decisions } = sides([table('wide', names)], [table('wide', names)], { refused }).settings;
    expect(decisions.refusedColumns(0, 0)).toHaveLength(90_000);
  });

  it('find tables by their schemas, of which none and an empty one are the same', () => {
    const tables = [table('a.ferry', ['id']), table('ferry', ['id'])];
    const fixedAt = (schema: string | null | undefined) => {
      const given = {
        source: schema === undefined ? { name: 'ferry' } : { schema, name: 'ferry' },
        target: { name: 'x' },
      };
      return sides(tables, [table('x', ['id'])], { fixed: [given] }).settings.decisions.fixed.map(({ row }) => row);
    };
    expect([fixedAt(undefined), fixedAt(null), fixedAt(''), fixedAt('a'), fixedAt('b')]).toEqual([
      [0],
      [0],
      [0],
      [1],
      [],
    ]);
  });
});
