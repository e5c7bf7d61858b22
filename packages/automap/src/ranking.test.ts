import { expect, test } from 'vitest';
import { insertAt } from './ranking.ts';

test.each([
  [0, ['new', 'a', 'b']],
  [1, ['a', 'new', 'b']],
  [2, ['a', 'b', 'new']],
])('an item is put before the one at place %i', (place, expected) => {
  const list = ['a', 'b'];
  insertAt(list, place, 'new');
  expect(list).toEqual(expected);
});
