import { expect, test } from 'vitest';
import { withoutCommonSchema } from './mapping-element.ts';

test('a schema that all names share goes, and only the schema', () => {
  expect(['main.orders', 'main.a.b'].map(withoutCommonSchema(['main.orders', 'main.a.b']))).toEqual(['orders', 'a.b']);
});

test('schemas that differ stay', () => {
  const names = ['sales.orders', 'stock.orders', 'orders'];
  expect(names.map(withoutCommonSchema(names))).toEqual(names);
});
