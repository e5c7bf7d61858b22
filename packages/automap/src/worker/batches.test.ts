import { expect, it } from 'vitest';
import { batchesOf } from './batches.ts';

const sizes = (items: readonly number[]) => [...batchesOf(items, (item) => item)];

it('cuts where the next item would make a batch too large, and keeps the order', () => {
  expect(sizes([1000, 1500, 600, 2400, 1])).toEqual([[1000, 1500], [600, 2400], [1]]);
});

it('gives an item that is too large a batch of its own', () => {
  expect(sizes([1, 9000, 1])).toEqual([[1], [9000], [1]]);
});

it('gives one empty batch for no items', () => {
  expect(sizes([])).toEqual([[]]);
});
