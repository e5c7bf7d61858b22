import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mysqlTypeFacts } from './column-type.ts';

describe("MySQL's type on the wire", () => {
  test.each([
    ['int(11)', 'INT', '11'],
    ['int', 'INT', '0'],
    ['int(10) unsigned', 'INT UNSIGNED', '10'],
    ['int unsigned', 'INT UNSIGNED', '0'],
    ['tinyint(1)', 'TINYINT', '1'],
    ['bigint(20)', 'BIGINT', '20'],
    ['varchar(255)', 'VARCHAR', '255'],
    ['char(5)', 'CHAR', '5'],
    ['varbinary(16)', 'VARBINARY', '16'],
    ['decimal(10,2)', 'DECIMAL', '10'],
    ['decimal(10,2) unsigned', 'DECIMAL UNSIGNED', '10'],
    ['double', 'DOUBLE', '0'],
    ['datetime', 'DATETIME', '0'],
    ['datetime(6)', 'DATETIME(6)', '0'],
    ['timestamp(3)', 'TIMESTAMP(3)', '0'],
    ['time(3)', 'TIME(3)', '0'],
    ['year(4)', 'YEAR', '4'],
    ['bit(3)', 'BIT', '3'],
    ['json', 'JSON', '0'],
    ['longtext', 'LONGTEXT', '0'],
    ["enum('a','b)','it''s(3)')", 'ENUM', '0'],
    ["set('x','y')", 'SET', '0'],
    ['geometry', 'GEOMETRY', '0'],
  ])('%j becomes %s, length %s', (declared, field_type, field_length) => {
    expect(mysqlTypeFacts(declared, false)).toMatchObject({ type: declared, field_type, field_length });
  });

  test('keeps sign and parentheses apart, and no values of an enumeration as a length', () => {
    expect(mysqlTypeFacts('decimal(10,2) unsigned', false)).toMatchObject({
      base_type: 'decimal unsigned',
      length: '10,2',
    });
    expect(mysqlTypeFacts("enum('1','2')", false)).toMatchObject({ base_type: 'enum', length: null });
  });

  test('is JSON where MariaDB checks that a text is JSON', () => {
    const json = { type: 'json', base_type: 'json', length: null, field_type: 'JSON', field_length: '0' };
    expect(mysqlTypeFacts('longtext', true)).toEqual(json);
  });

  test('has a plain decimal length whatever a server sends', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (declared, isJson) => {
        expect(mysqlTypeFacts(declared, isJson).field_length).toMatch(/^(0|[1-9][0-9]*)$/);
      }),
    );
  });
});
