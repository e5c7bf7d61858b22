import { expect, test } from 'vitest';
import type { Unmapped } from '../elements/unmapped.ts';
import { leftCounts } from './left-counts.ts';

const orders = {
  source_table: 'main.orders',
  source_columns: ['id', 'note', 'status'].map((field_name) => ({ field_name })),
  mapping: [{ source_column: 'id', target_column: 'order_id' }],
};
const tables = (...names: string[]): Unmapped[] =>
  names.map((name) => ({ side: 'source', table: `main.${name}`, reason: 'none' }));

test('tables are named, columns are counted', () => {
  expect(leftCounts('Left over in shop', 'source', [orders], tables('carts', 'audit_log'), 80)).toBe(
    'Left over in shop: 2 tables (carts, audit_log), 2 columns',
  );
});

test('the schema is shown where it tells a table from one that is mapped', () => {
  const archived: Unmapped[] = [{ side: 'source', table: 'archive.orders', reason: 'none' }];
  expect(leftCounts('Left over in shop', 'source', [orders], archived, 80)).toBe(
    'Left over in shop: 1 table (archive.orders), 2 columns',
  );
});

test('tables that do not fit the line are counted too', () => {
  const many = tables(...Array.from({ length: 2000 }, (_, index) => `table_${index}`));
  const line = leftCounts('Left over in shop', 'source', [], many, 80);
  expect(line).toBe('Left over in shop: 2,000 tables (table_0, table_1, table_2, table_3, 1,996 more)');
});

test('a side without gaps says so, and the other side is not looked at', () => {
  expect(leftCounts('Left empty in x', 'target', [], tables('carts'), 80)).toBe('Left empty in x: nothing');
  expect(leftCounts('Left over in x', 'source', [orders], [], 80)).toBe('Left over in x: 2 columns');
});
