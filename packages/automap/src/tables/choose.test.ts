import { describe, expect, it } from 'vitest';
import { rankedCell as cell } from '../../test/cells.ts';
import { sides } from '../../test/sides.ts';
import { table } from '../../test/table.ts';
import { tuning } from '../tuning.ts';
import { chooseTables, type RankedCell } from './choose.ts';

const accept = 0.3;

/** Chooses among tables called by letters, a source `a`, `b`, ... and a target alike, in the schemas that are given. */
function choose(cells: readonly RankedCell[], schemas: readonly string[] = []): string[] {
  const names = [...'abcdefghijkl'];
  const { prepared } = sides(
    names.map((name) => table(name, ['id'])),
    names.map((name, at) => table(schemas[at] ? `${schemas[at]}.${name}` : name, ['id'])),
  );
  const nameOf = (column: number) => prepared.target.tables[column]!.table.name;
  return chooseTables(cells, prepared.source, prepared.target, accept, tuning)
    .chosen.map(({ row, column }) => `${names[row]}=${nameOf(column)}`)
    .sort();
}

describe('which tables are paired', () => {
  it('are those of equal names first, the most equal of these, however alike others are', () => {
    expect(choose([cell(0, 0, 0.4, 6), cell(0, 1, 0.99), cell(1, 0, 0.99, 3)])).toEqual(['a=a']);
  });

  it('are the more alike of those whose names are equally equal', () => {
    expect(choose([cell(0, 0, 0.5, 4), cell(0, 1, 0.6, 4)])).toEqual(['a=b']);
  });

  it('are those with the largest sum among the rest', () => {
    expect(choose([cell(0, 0, 0.9), cell(0, 1, 0.8), cell(1, 0, 0.8)])).toEqual(['a=b', 'b=a']);
  });

  it('are none below the threshold, but for equal names', () => {
    expect(choose([cell(0, 0, 0.29), cell(1, 1, 0.31), cell(2, 2, 0.1, 1)])).toEqual(['b=b', 'c=c']);
  });

  it('leave a table alone whose far better partner was taken by an equal name', () => {
    // c fits a best, which goes to its own name; b, which is far worse, is no consolation.
    expect(choose([cell(0, 0, 0.5, 6), cell(2, 0, 0.9), cell(2, 1, 0.5)])).toEqual(['a=a']);
    expect(choose([cell(0, 0, 0.5, 6), cell(2, 0, 0.9), cell(2, 1, 0.85)])).toEqual(['a=a', 'c=b']);
  });

  it('are none where more than eight are equally strong', () => {
    const row = (count: number) => Array.from({ length: count }, (_, column) => cell(0, column, 0.8));
    expect(choose(row(9))).toEqual([]);
    expect(choose(row(8))).toHaveLength(1);
  });

  it('are none where more than eight of equal names are equally strong, nor a weaker one instead', () => {
    const row = (count: number) => Array.from({ length: count }, (_, column) => cell(0, column, 0.8, 4));
    expect(choose([...row(9), cell(0, 9, 0.7)])).toEqual([]);
    expect(choose([...row(9), cell(0, 9, 0.7, 6)])).toEqual(['a=j']);
    expect(choose([...row(8), cell(0, 9, 0.7)])).toHaveLength(1);
  });

  it('are in a default schema where nothing else decides', () => {
    const schemas = ['archive', 'public'];
    const twins = (value: number) => [cell(0, 0, value), cell(0, 1, 0.8)];
    // Target tables are sorted by schema: `archive` before `public`; the other ten have none and come first.
    const shifted = twins(0.8).map((each) => ({ ...each, column: each.column + 10 }));
    expect(choose(shifted, schemas)).toEqual(['a=b']);
    const told = twins(0.81).map((each) => ({ ...each, column: each.column + 10 }));
    expect(choose(told, schemas)).toEqual(['a=a']);
  });
});
