import { mapCatalogs } from '@roma-fdi/automap';
import { expect, test } from 'vitest';
import { certaintyOf } from './second-look.ts';

test('each pair that the matcher proposes has its certainty in percent, and no other pair has one', () => {
  const table = { schema: 'main', name: 'orders', columns: [{ name: 'id' }, { name: 'note' }] };
  const mapping = mapCatalogs({ tables: [table] }, { tables: [table] });
  const certainty = certaintyOf(mapping);
  const [pair] = mapping.pairs[0]?.columns ?? [];
  expect(certainty('main.orders', 'main.orders', 'id', 'id')).toBe(Math.floor((pair?.confidence ?? 0) * 100));
  expect(certainty('main.orders', 'main.orders', 'id', 'note')).toBeUndefined();
  expect(certainty('orders', 'main.orders', 'id', 'id')).toBeUndefined();
});

test.each([
  [0.57, 57],
  [0.999, 99],
  [1, 100],
])('a confidence of %f is %i %%', (confidence, percent) => {
  const table = { name: 't', columns: [{ name: 'c' }] };
  const mapping = mapCatalogs({ tables: [table] }, { tables: [table] });
  const pairs = mapping.pairs.map((pair) => ({
    ...pair,
    columns: pair.columns.map((columns) => ({ ...columns, confidence })),
  }));
  expect(certaintyOf({ ...mapping, pairs })('t', 't', 'c', 'c')).toBe(percent);
});
