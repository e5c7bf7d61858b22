import { describe, expect, test } from 'vitest';
import { addNumber, createNumberList, remembered } from './number-list.ts';

describe('a list of numbers', () => {
  test('keeps what was added while it grows', () => {
    const list = createNumberList();
    for (let i = 0; i < 5000; i++) addNumber(list, i - 7);
    expect(list.count).toBe(5000);
    expect([0, 1023, 1024, 4999].map((at) => list.items[at])).toEqual([-7, 1016, 1017, 4992]);
  });
});

describe('a remembered function', () => {
  test('finds the number of a number once, however large it is, 0 included', () => {
    const asked: number[] = [];
    const half = remembered((item) => {
      asked.push(item);
      return item >> 1;
    });
    expect([0, 1, 100_000, 0, 1, 100_000].map(half)).toEqual([0, 0, 50_000, 0, 0, 50_000]);
    expect(asked).toEqual([0, 1, 100_000]);
  });

  test('may call itself for a larger number', () => {
    const steps: (item: number) => number = remembered((item) => (item >= 10_000 ? 0 : steps(item * 2) + 1));
    expect(steps(1)).toBe(14);
    expect(steps(1)).toBe(14);
  });
});
