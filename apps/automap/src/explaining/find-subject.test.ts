import type { CatalogMapping, Table } from '@roma-fdi/automap';
import { mapCatalogs } from '@roma-fdi/automap';
import { UsageError } from '@roma-fdi/command-line';
import { describe, expect, test } from 'vitest';
import { findAll, oneSubject } from './find-subject.ts';

const table = (name: string, ...columns: string[]): Table => ({
  name,
  columns: columns.map((column) => ({ name: column })),
});
const source = { tables: [table('orders', 'id', 'at'), table('users', 'mail')] };
const target = { tables: [table('orders', 'id', 'total'), table('Users', 'login')] };
const mapping: CatalogMapping = mapCatalogs(source, target);
const catalogs = { source, target };
const subject = (name: string, known: CatalogMapping = mapping) => oneSubject(name, findAll(name, catalogs), known);

describe('the subject', () => {
  test('is what a name fits alone', () => {
    expect(subject('orders.at')).toEqual([{ side: 'source', table: source.tables[0], column: 'at' }]);
  });

  test('is both where a name fits a pair, of tables or of columns', () => {
    expect(subject('orders').map(({ side }) => side)).toEqual(['source', 'target']);
    expect(subject('orders.id').map(({ side, column }) => [side, column])).toEqual([
      ['source', 'id'],
      ['target', 'id'],
    ]);
  });

  test('is unclear where both sides have the name and are not paired', () => {
    const none = mapCatalogs(source, { tables: [] });
    expect(() => subject('orders', none)).toThrow(UsageError);
    expect(() => subject('orders', none)).toThrow(
      '"orders" fits several things; write one of them:\n  source:orders\n  target:orders',
    );
  });

  test('is the first where a catalog lists a name several times, which no name tells apart', () => {
    const twice = { source: { tables: [table('orders', 'id'), table('orders', 'at'), table('a')] }, target };
    const none = mapCatalogs(twice.source, { tables: [] });
    const found = findAll('source:orders', twice);
    expect([found.length, oneSubject('source:orders', found, none)]).toEqual([
      2,
      [{ side: 'source', table: twice.source.tables[0] }],
    ]);
  });

  test('is refused with the nearest names where a name fits nothing', () => {
    expect(() => findAll('ordres', catalogs)).toThrow(UsageError);
    expect(() => findAll('ordres', catalogs)).toThrow('"ordres" in either catalog. The nearest are: orders.');
    expect(() => findAll('users.mial', catalogs)).toThrow('The nearest are: users.mail');
    expect(() => findAll('login', catalogs)).toThrow('The nearest are: Users.login');
  });
});
