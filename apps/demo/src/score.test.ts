import { expect, test } from 'vitest';
import { type Correspondences, score } from './score.ts';

const expected: Correspondences = {
  tables: [
    ['orders', 'fact_order'],
    ['stock', 'inventory'],
  ],
  columns: [
    ['orders', 'status', 'fact_order', 'order_state'],
    ['orders', 'note', 'fact_order', 'remarks'],
    ['stock', 'reserved', 'inventory', 'qty_alloc'],
    ['stock', 'on_hand', 'inventory', 'qty_on_hand'],
  ],
};

test('the expected mapping scores 1 everywhere against itself', () => {
  expect(score(expected, expected)).toEqual({
    tables: { right: 2, predicted: 2, expected: 2, precision: 1, recall: 1, f1: 1 },
    columns: { right: 4, predicted: 4, expected: 4, precision: 1, recall: 1, f1: 1 },
  });
});

test('a wrong proposal costs precision, a missing one recall', () => {
  const { tables, columns } = score(
    {
      tables: [
        ['orders', 'fact_order'],
        ['stock', 'inventory'],
        ['carts', 'fact_order'],
      ],
      columns: [
        ['orders', 'status', 'fact_order', 'order_state'],
        ['stock', 'reserved', 'inventory', 'reserved'],
      ],
    },
    expected,
  );
  expect(tables).toMatchObject({ right: 2, predicted: 3, precision: 2 / 3, recall: 1, f1: expect.closeTo(0.8) });
  expect(columns).toMatchObject({ right: 1, predicted: 2, precision: 0.5, recall: 0.25, f1: expect.closeTo(1 / 3) });
});

test('a mapping that is wrong throughout scores 0', () => {
  const swapped: Correspondences = {
    tables: [
      ['orders', 'inventory'],
      ['stock', 'fact_order'],
    ],
    columns: [['orders', 'status', 'inventory', 'order_state']],
  };
  const zero = { right: 0, precision: 0, recall: 0, f1: 0 };
  expect(score(swapped, expected)).toMatchObject({ tables: zero, columns: zero });
});

test('the right column in the wrong table, and the wrong way round, are wrong', () => {
  const { columns } = score(
    {
      tables: [],
      columns: [
        ['orders', 'status', 'payments', 'order_state'],
        ['fact_order', 'order_state', 'orders', 'status'],
      ],
    },
    expected,
  );
  expect(columns.right).toBe(0);
});

test('repeating a right proposal gains nothing', () => {
  const once = { tables: [], columns: expected.columns.slice(0, 1) };
  const often = { tables: [], columns: [...once.columns, ...once.columns, ...once.columns] };
  expect(score(often, expected)).toEqual(score(once, expected));
});

test('names that differ in case alone, or read alike when joined, are different names', () => {
  const { columns } = score(
    {
      tables: [],
      columns: [
        ['Orders', 'status', 'fact_order', 'order_state'],
        ['orders', 'status,fact_order', 'order_state', ''],
      ],
    },
    expected,
  );
  expect(columns).toMatchObject({ right: 0, predicted: 2 });
});

test('proposing nothing is precise and finds nothing', () => {
  const nothing = { tables: [], columns: [] };
  expect(score(nothing, expected).tables).toMatchObject({ precision: 1, recall: 0, f1: 0 });
  expect(score(nothing, nothing).tables).toMatchObject({ precision: 1, recall: 1, f1: 1 });
  expect(score(expected, nothing).tables).toMatchObject({ precision: 0, recall: 1, f1: 0 });
});
