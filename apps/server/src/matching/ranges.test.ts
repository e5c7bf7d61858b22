import type { Catalog } from '@roma-fdi/databases';
import { expect, test } from 'vitest';
import { inRange } from './ranges.ts';

const table = (schema: string, name: string) => ({ schema, name, columns: [], primary_key: [], foreign_keys: [] });
const catalog: Catalog = {
  dialect: 'postgres',
  tables: [table('shop', 'orders'), table('shop', 'customers'), table('archive', 'orders'), table('a.b', 'c')],
};
const kept = (range: string, most = 10): string[] =>
  inRange(catalog, range, 'source', most).tables.map(({ schema, name }) => `${schema}.${name}`);

test.each([
  ['', ['shop.orders', 'shop.customers', 'archive.orders', 'a.b.c']],
  [' , ', ['shop.orders', 'shop.customers', 'archive.orders', 'a.b.c']],
  ['shop.*', ['shop.orders', 'shop.customers']],
  ['archive.orders, shop.customers', ['shop.customers', 'archive.orders']],
  ['a.b.*,shop.orders', ['shop.orders', 'a.b.c']],
])('the range %j keeps %j', (range, names) => expect(kept(range)).toEqual(names));

test.each(['orders', 'shop.', 'shop.*.*', 'SHOP.orders', 'shop.orders,shop.orderz'])(
  'the range %j, which no table fits, is refused by the entry',
  (range) => expect(() => kept(range)).toThrow(/the source has no table \[\S+\]; write schema\.table/),
);

test('more tables than the limit are refused with their number, in the range alone', () => {
  expect(() => kept('', 3)).toThrow('the source has 4 tables, at most 3 are mapped in one call');
  expect(kept('shop.*', 2)).toHaveLength(2);
});
