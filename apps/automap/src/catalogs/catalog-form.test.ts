import { describe, expect, test } from 'vitest';
import { CatalogFormError, catalogOf } from './catalog-form.ts';

const column = { name: 'c', type: 'VARCHAR(45)', base_type: 'varchar', length: '45', nullable: false };
const key = { columns: ['c'], ref_table: 't', ref_columns: ['c'] };
const table = { name: 't.x', schema: 's', columns: [column], primary_key: ['c'], foreign_keys: [key] };

describe('a catalog', () => {
  test('is taken whole, with or without an object around its tables', () => {
    expect(catalogOf({ dialect: 'mysql', tables: [table] })).toEqual({ tables: [table] });
    expect(catalogOf([table])).toEqual({ tables: [table] });
  });

  test('leaves out what nobody knows', () => {
    expect(catalogOf([{ ...table, src: 'answer', columns: [{ ...column, src: 'answer' }] }])).toEqual({
      tables: [table],
    });
  });

  test.each([null, ''])('has no schema where that is %j', (schema) => {
    expect(catalogOf([{ name: 't', schema, columns: [] }])).toEqual({ tables: [{ name: 't', columns: [] }] });
  });

  test('takes facts of another form for unknown', () => {
    const odd = {
      name: 't',
      primary_key: 'c',
      foreign_keys: [key, null, { ...key, ref_columns: [] }],
      columns: [{ name: 'c', type: 5, length: 45, nullable: 'no' }],
    };
    expect(catalogOf([odd])).toEqual({
      tables: [{ name: 't', foreign_keys: [key], columns: [{ name: 'c', length: '45' }] }],
    });
  });

  test.each([
    [null, 'it must be an object'],
    ['x', 'it must be an object'],
    [{}, 'tables must be a list.'],
    [[{ name: 't' }], '[0].columns must be a list.'],
    [{ tables: [table, null] }, 'tables[1] must be an object'],
    [{ tables: [{ ...table, name: 5 }] }, 'tables[0].name must be a name'],
    [{ tables: [{ ...table, columns: [column, {}] }] }, 'tables[0].columns[1].name must be a name'],
  ])('is not %j', (value, message) => {
    expect(() => catalogOf(value)).toThrow(CatalogFormError);
    expect(() => catalogOf(value)).toThrow(message);
  });
});
