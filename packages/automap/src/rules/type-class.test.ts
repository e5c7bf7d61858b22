import { describe, expect, it } from 'vitest';
import { affinityTable, type TypeClass, typeClass, typeClasses } from './type-class.ts';

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

describe('affinityTable', () => {
  const affinity = (a: TypeClass, b: TypeClass) =>
    affinityTable[typeClasses.indexOf(a) * typeClasses.length + typeClasses.indexOf(b)]!;

  it('ranks equal classes first, then those that often stand for each other', () => {
    expect(affinity('text', 'text')).toBe(1);
    expect(affinity('boolean', 'integer')).toBeGreaterThan(affinity('integer', 'decimal'));
    expect(affinity('decimal', 'integer')).toBeGreaterThan(affinity('temporal', 'text'));
    expect(affinity('text', 'temporal')).toBeGreaterThan(affinity('binary', 'integer'));
  });

  it('forbids no pair, and is the same in both directions', () => {
    for (const a of typeClasses) {
      for (const b of typeClasses) {
        expect(affinity(a, b)).toBeGreaterThan(0);
        expect(affinity(a, b)).toBe(affinity(b, a));
      }
    }
  });
});
