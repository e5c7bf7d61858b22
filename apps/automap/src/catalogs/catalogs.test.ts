import type { Table } from '@roma-fdi/automap';
import { describe, expect, test } from 'vitest';
import { type Catalogs, findNamed, findTables, fullName } from './catalogs.ts';

function table(name: string, columns: readonly string[] = [], schema?: string): Table {
  return { ...(schema !== undefined && { schema }), name, columns: columns.map((column) => ({ name: column })) };
}

const catalogs: Catalogs = {
  source: {
    tables: [
      table('orders', ['id', 'net.amount', 'twice', 'twice'], 'shop'),
      table('Orders', [], 'old'),
      table('users', ['Mail'], 'shop'),
      table('users', ['mail'], 'old'),
      table('shop.users', ['x'], 'odd'),
    ],
  },
  target: { tables: [table('order lines', ['id']), table('orders', ['id'])] },
};
const found = (name: string) => findNamed(name, catalogs).map(fullName);

describe('a name', () => {
  test.each([
    ['is a table of either side, character for character', 'orders', ['source:shop.orders', 'target:orders']],
    [
      'is a table but for case where it is none exactly',
      'ORDERS',
      ['source:shop.orders', 'source:old.Orders', 'target:orders'],
    ],
    ['may fit several schemas', 'users', ['source:shop.users', 'source:old.users']],
    ['is a table before it is schema.table', 'shop.users', ['source:odd.shop.users']],
    ['is schema.table', 'old.users', ['source:old.users']],
    ['is table.column', 'users.Mail', ['source:shop.users.Mail']],
    ['is table.column but for case', 'USERS.MAIL', ['source:shop.users.Mail', 'source:old.users.mail']],
    ['is schema.table.column', 'shop.orders.id', ['source:shop.orders.id']],
    ['may hold dots and blanks', 'orders.net.amount', ['source:shop.orders.net.amount']],
    ['may hold blanks', 'order lines.id', ['target:order lines.id']],
    ['is one column where its table lists it twice', 'orders.twice', ['source:shop.orders.twice']],
    ['is confined to a side', 'target:orders', ['target:orders']],
    ['is confined to a side as a column', 'source:orders.id', ['source:shop.orders.id']],
    ['fits nothing', 'nowhere', []],
    ['fits nothing on a side', 'target:users', []],
    ['is empty', '', []],
  ])('%s', (_, name, expected) => {
    expect(found(name)).toEqual(expected);
  });

  test('that starts with source: is found as such first', () => {
    const odd = { source: { tables: [table('target:orders')] }, target: { tables: [table('orders')] } };
    expect(findNamed('target:orders', odd).map(fullName)).toEqual(['source:target:orders']);
  });

  test('is written in full so that it is found again', () => {
    for (const name of ['orders', 'USERS', 'USERS.MAIL', 'order lines.id'])
      for (const named of findNamed(name, catalogs)) expect(findNamed(fullName(named), catalogs)).toContainEqual(named);
  });
});

test('finds tables of one side by table and by schema.table', () => {
  const names = (name: string) => findTables(name, catalogs.source.tables).map(({ schema }) => schema);
  expect(names('users')).toEqual(['shop', 'old']);
  expect(names('old.USERS')).toEqual(['old']);
  expect(names('users.Mail')).toEqual([]);
});
