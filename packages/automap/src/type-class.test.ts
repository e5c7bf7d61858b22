import { describe, expect, it } from 'vitest';
import { classPairs, typeClass } from './type-class.ts';

describe('typeClass', () => {
  it.each([
    ['smallint unsigned', 'integer'],
    ['int4', 'integer'],
    ['bigserial', 'integer'],
    ['interval', 'temporal'],
    ['point', 'unknown'],
    ['number', 'decimal'],
    ['double precision', 'decimal'],
    ['timestamp without time zone', 'temporal'],
    ['datetime', 'temporal'],
    ['character varying', 'text'],
    ['varchar binary', 'text'],
    ['enum', 'text'],
    ['varbinary', 'binary'],
    ['bytea', 'binary'],
    ['bit', 'boolean'],
    ['text[]', 'unknown'],
    ['mpaa_rating', 'unknown'],
  ])('puts %s into %s', (base_type, expected) => {
    expect(typeClass({ name: 'x', base_type })).toBe(expected);
  });

  it('reads the declared type where the base type is missing', () => {
    expect(typeClass({ name: 'x', type: 'DECIMAL(4,2)' })).toBe('decimal');
    expect(typeClass({ name: 'x' })).toBe('unknown');
  });
});

describe('classPairs', () => {
  const place = (a: string, b: string) => classPairs.findIndex(([x, y]) => x === a && y === b);

  it('ranks equal classes first, then those that often stand for each other', () => {
    expect(place('text', 'text')).toBeLessThan(place('boolean', 'integer'));
    expect(place('integer', 'boolean')).toBeLessThan(place('integer', 'decimal'));
    expect(place('decimal', 'integer')).toBeLessThan(place('temporal', 'text'));
    expect(place('text', 'temporal')).toBeLessThan(place('binary', 'integer'));
  });

  it('excludes no pair', () => {
    expect(new Set(classPairs.map(String)).size).toBe(49);
  });
});
