import { describe, expect, test } from 'vitest';
import { createColumnIndex } from './column-index.ts';

describe('columns by a number', () => {
  const index = createColumnIndex(Int32Array.from([4, -1, 4, 0, 4, 0]));
  const having = (key: number): number[] => {
    const columns: number[] = [];
    for (let column = index.first(key); column >= 0; column = index.next(column)) columns.push(column);
    return columns;
  };

  test('are found in their order, and only those of the table that was read last', () => {
    index.read(0, 4);
    expect([4, 0, 1, 5, -1].map(having)).toEqual([[0, 2], [3], [], [], []]);
    index.read(4, 6);
    expect([4, 0].map(having)).toEqual([[4], [5]]);
    index.read(0, 4);
    expect([4, 0].map(having)).toEqual([[0, 2], [3]]);
    index.read(2, 2);
    expect([4, 0].map(having)).toEqual([[], []]);
  });
});
