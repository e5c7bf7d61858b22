import { UsageError } from '@roma-fdi/command-line';
import { expect, test } from 'vitest';
import { chosenTables } from './chosen-tables.ts';

const tables = [
  { schema: 'shop', name: 'orders', columns: [] },
  { schema: 'shop', name: 'users', columns: [] },
  { schema: 'old', name: 'users', columns: [] },
  { name: 'a,b', columns: [] },
];
const chosen = (...lists: string[]) => chosenTables('--source-tables', lists, tables);

test('chooses all tables where nothing is said', () => {
  expect(chosenTables('--source-tables', undefined, tables)).toBeUndefined();
});

test.each([
  [['orders'], ['shop.orders']],
  [['users, shop.orders'], ['shop.users', 'old.users', 'shop.orders']],
  [
    ['ORDERS', 'Old.Users'],
    ['shop.orders', 'old.users'],
  ],
  [['shop.*,users'], ['shop.*', 'shop.users', 'old.users']],
  [['SHOP.*'], ['shop.*']],
  [['a,b'], ['a,b']],
  [['orders,orders', 'orders'], ['shop.orders']],
])('of %j makes %j', (lists, expected) => {
  expect(chosen(...lists)).toEqual(expected);
});

test.each([
  ['order', 'there is no table "order" in this catalog. The nearest are: shop.orders.'],
  ['shp.*', 'The nearest are: shop.*'],
  ['', 'there is no table ""'],
  ['orders,', 'there is no table ""'],
])('refuses %j', (list, message) => {
  expect(() => chosen(list)).toThrow(UsageError);
  expect(() => chosen(list)).toThrow(`--source-tables: `);
  expect(() => chosen(list)).toThrow(message);
});
