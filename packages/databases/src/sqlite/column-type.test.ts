import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sqliteWireType } from './column-type.ts';

describe("SQLite's type on the wire", () => {
  test.each([
    ['INTEGER', 'INTEGER', '0'],
    ['int', 'INT', '0'],
    ['INT(11)', 'INT', '11'],
    ['UNSIGNED BIG INT', 'UNSIGNED BIG INT', '0'],
    ['VARCHAR(255)', 'VARCHAR', '255'],
    ['native character (70)', 'NATIVE CHARACTER', '70'],
    ['DECIMAL(10,2)', 'DECIMAL', '10'],
    ['TEXT', 'TEXT', '0'],
    ['REAL', 'REAL', '0'],
    ['DOUBLE PRECISION', 'DOUBLE PRECISION', '0'],
    ['BOOLEAN', 'BOOLEAN', '0'],
    ['DATE', 'DATE', '0'],
    ['DATETIME', 'DATETIME', '0'],
    ['datetime(6)', 'DATETIME(6)', '0'],
    ['TIMESTAMP(3)', 'TIMESTAMP(3)', '0'],
    ['time(3) with time zone', 'TIME(3) WITH TIME ZONE', '0'],
    ['BLOB', 'BLOB', '0'],
    ['', 'BLOB', '0'],
    ['   ', 'BLOB', '0'],
    ['(5)', 'BLOB', '0'],
  ])('%j becomes %s, length %s', (declared, field_type, field_length) => {
    expect(sqliteWireType(declared)).toEqual({ field_type, field_length });
  });

  test('is never empty and its length always a plain decimal number', () => {
    fc.assert(
      fc.property(fc.string(), (declared) => {
        const { field_type, field_length } = sqliteWireType(declared);
        expect(field_type).not.toBe('');
        expect(field_length).toMatch(/^(0|[1-9][0-9]*)$/);
      }),
    );
  });
});
