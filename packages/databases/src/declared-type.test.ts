import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDeclaredType } from './declared-type.ts';

describe('a declared type', () => {
  test.each([
    ['VARCHAR(255)', { base: 'varchar', length: '255', size: '255' }],
    ['DECIMAL (10, 2)', { base: 'decimal', length: '10, 2', size: '10' }],
    ['SMALLINT UNSIGNED', { base: 'smallint unsigned', length: null, size: '0' }],
    ['int(10) unsigned', { base: 'int unsigned', length: '10', size: '10' }],
    ['timestamp(6) without time zone', { base: 'timestamp without time zone', length: '6', size: '6' }],
    ['character varying(5)[]', { base: 'character varying[]', length: '5', size: '5' }],
    ['VARCHAR2(64 BYTE)', { base: 'varchar2', length: '64 BYTE', size: '64' }],
    ['geometry(Point,4326)', { base: 'geometry', length: 'Point,4326', size: '0' }],
    ['NUMBER(0010)', { base: 'number', length: '0010', size: '10' }],
    ['REAL(1.5)', { base: 'real', length: '1.5', size: '0' }],
    ['NUMBER(-3)', { base: 'number', length: '-3', size: '0' }],
    ['TEXT()', { base: 'text', length: null, size: '0' }],
    ['we(ird', { base: 'we(ird', length: null, size: '0' }],
    ['', { base: '', length: null, size: '0' }],
  ])('%j is taken apart', (declared, parts) => {
    expect(parseDeclaredType(declared)).toEqual(parts);
  });

  test('of a word and a number gives both back, however it is spaced and cased', () => {
    const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,12}$/);
    const space = fc.constantFrom('', ' ', '  ', '\t');
    fc.assert(
      fc.property(word, fc.nat(), space, space, (base, size, before, inside) => {
        expect(parseDeclaredType(`${base}${before}(${inside}${size}${inside})`)).toEqual({
          base: base.toLowerCase(),
          length: String(size),
          size: String(size),
        });
      }),
    );
  });

  test('of any text gives a size that is a plain decimal number', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z]* ?\([-+0-9., a-z]*\)?[a-z ]*$/)), (declared) => {
        expect(parseDeclaredType(declared).size).toMatch(/^(0|[1-9][0-9]*)$/);
      }),
    );
  });
});
