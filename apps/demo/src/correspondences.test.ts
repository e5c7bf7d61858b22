import { expect, test } from 'vitest';
import { correspondencesOf } from './correspondences.ts';

test('elements become the pairs that they state', () => {
  expect(
    correspondencesOf([
      {
        source_table: 'main.orders',
        target_table: 'public.fact_order',
        mapping: [{ source_column: 'order_id', target_column: 'order_id' }],
      },
      { source_table: 'main.carts', target_table: 'public.cart', mapping: null },
    ]),
  ).toEqual({
    tables: [
      ['orders', 'fact_order'],
      ['carts', 'cart'],
    ],
    columns: [['orders', 'order_id', 'fact_order', 'order_id']],
  });
});
