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

  test('takes null for unknown, and a length that is a number for its text', () => {
    const unknown = {
      name: 't',
      primary_key: null,
      foreign_keys: null,
      columns: [
        { name: 'c', type: null, base_type: null, length: 45, nullable: null },
        { name: 'd', length: null },
      ],
    };
    expect(catalogOf([unknown])).toEqual({
      tables: [
        {
          name: 't',
          columns: [
            { name: 'c', length: '45' },
            { name: 'd', length: null },
          ],
        },
      ],
    });
  });

  test('tells tables apart by schema and name, and columns by their names as they are', () => {
    const tables = ['', 'a', 'b'].map((schema) => ({
      name: 't',
      schema,
      columns: [{ name: 'x' }, { name: 'X' }, { name: 'x ' }],
    }));
    expect(catalogOf([...tables, { name: 't', schema: 'a.t', columns: [] }]).tables).toHaveLength(4);
  });

  test.each([
    [null, 'it must be an object'],
    ['x', 'it must be an object'],
    [{}, 'tables must be a list.'],
    [[{ name: 't' }], '[0].columns must be a list.'],
    [{ tables: [table, null] }, 'tables[1] must be an object'],
    [{ tables: [{ ...table, name: 5 }] }, 'tables[0].name must be a name'],
    [{ tables: [{ ...table, columns: [column, {}] }] }, 'tables[0].columns[1].name must be a name'],
    [[{ ...table, columns: null }], '[0].columns must be a list.'],
    [[{ ...table, schema: 5 }], '[0].schema must be a text.'],
    [[{ ...table, columns: [{ ...column, type: 7 }] }], '[0].columns[0].type must be a text.'],
    [[{ ...table, columns: [{ ...column, base_type: [['deep']] }] }], '[0].columns[0].base_type must be a text.'],
    [[{ ...table, columns: [{ ...column, nullable: 'no' }] }], '[0].columns[0].nullable must be true or false.'],
    [
      [{ ...table, columns: [{ ...column, length: Number.POSITIVE_INFINITY }] }],
      '[0].columns[0].length must be a text',
    ],
    [[{ ...table, columns: [{ ...column, length: -1 }] }], '[0].columns[0].length must be a text'],
    [[{ ...table, columns: [{ ...column, length: 1.5 }] }], '[0].columns[0].length must be a text'],
    [[{ ...table, primary_key: 'c' }], '[0].primary_key must be a list.'],
    [[{ ...table, primary_key: [null] }], '[0].primary_key[0] must be a name'],
    [[{ ...table, foreign_keys: {} }], '[0].foreign_keys must be a list.'],
    [[{ ...table, foreign_keys: [key, null] }], '[0].foreign_keys[1] must be an object.'],
    [[{ ...table, foreign_keys: [{ ...key, ref_table: 5 }] }], '[0].foreign_keys[0].ref_table must be a name'],
    [[{ ...table, foreign_keys: [{ ...key, ref_columns: [] }] }], '[0].foreign_keys[0].ref_columns must be as many'],
    [{ tables: [table, { ...table, schema: 'other' }, table] }, 'tables[2] has the name of tables[0]'],
    [[{ ...table, columns: [column, { name: 'd' }, column] }], '[0].columns[2] has the name of [0].columns[0]'],
  ])('is not %j', (value, message) => {
    expect(() => catalogOf(value)).toThrow(CatalogFormError);
    expect(() => catalogOf(value)).toThrow(message);
  });
});
