import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PostgresType, postgresWireType } from './column-type.ts';

const plain = (name: string): PostgresType => ({ name, kind: 'plain' });

describe("PostgreSQL's type on the wire", () => {
  test.each([
    ['int4', -1, 'INT4', '0'],
    ['varchar', -1, 'VARCHAR', '0'],
    ['varchar', 4 + 255, 'VARCHAR', '255'],
    ['bpchar', 4 + 1, 'BPCHAR', '1'],
    ['numeric', -1, 'NUMERIC', '0'],
    ['numeric', 4 + ((38 << 16) | 10), 'NUMERIC', '38'],
    // A negative scale takes the lower eleven bits.
    ['numeric', 4 + ((5 << 16) | (-3 & 0x7ff)), 'NUMERIC', '5'],
    ['bit', 3, 'BIT', '3'],
    ['varbit', -1, 'VARBIT', '0'],
    ['timestamp', -1, 'TIMESTAMP(6)', '0'],
    ['timestamp', 0, 'TIMESTAMP(0)', '0'],
    ['timestamptz', 3, 'TIMESTAMPTZ(3)', '0'],
    ['interval', 0x7fff0003, 'INTERVAL', '0'],
    ['vector', 1536, 'VECTOR', '0'],
  ])('%s with modifier %i is %s, length %s', (name, modifier, field_type, field_length) => {
    expect(postgresWireType(plain(name), modifier)).toEqual({ field_type, field_length });
  });

  test('of a domain is that of what it is made of, with the modifier that the domain gives', () => {
    const email: PostgresType = { name: 'email', kind: 'domain', inner: plain('varchar'), innerModifier: 4 + 120 };
    const work: PostgresType = { name: 'work', kind: 'domain', inner: email, innerModifier: -1 };
    expect(postgresWireType(work, -1)).toEqual({ field_type: 'VARCHAR', field_length: '120' });
    expect(postgresWireType({ name: '_work', kind: 'array', inner: work }, -1)).toEqual({
      field_type: 'VARCHAR[]',
      field_length: '120',
    });
  });

  test('of a domain or an array whose inner type is not told is its own name', () => {
    expect(postgresWireType({ name: 'email', kind: 'domain' }, -1).field_type).toBe('EMAIL');
    expect(postgresWireType({ name: '_odd', kind: 'array' }, -1).field_type).toBe('_ODD');
  });

  test('has a length that is a plain decimal number, whatever the modifier', () => {
    const name = fc.constantFrom('varchar', 'bpchar', 'numeric', 'bit', 'varbit', 'int4', 'timestamp', 'anything');
    fc.assert(
      fc.property(name, fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), (of, modifier) => {
        expect(postgresWireType(plain(of), modifier).field_length).toMatch(/^(0|[1-9][0-9]*)$/);
      }),
    );
  });

  test('gives back the precision and the length that the server put into the modifier', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 1000 }), (precision, scale) => {
        expect(postgresWireType(plain('numeric'), 4 + ((precision << 16) | scale)).field_length).toBe(
          String(precision),
        );
        expect(postgresWireType(plain('varchar'), 4 + precision).field_length).toBe(String(precision));
      }),
    );
  });
});
