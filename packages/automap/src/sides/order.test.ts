import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { table } from '../../test/table.ts';
import { compareTables, sortForMatching } from './order.ts';

const full = ({ schema, name }: { schema?: string; name: string }) =>
  schema === undefined ? name : `${schema}.${name}`;

describe('the order of the answer', () => {
  it('is by schema, then by name, in code units; no schema comes first', () => {
    const tables = ['b.a', 'a.b', 'a.B', 'ä.a', 'z'].map((name) => table(name));
    expect(tables.toSorted(compareTables).map(full)).toEqual(['z', 'a.B', 'a.b', 'b.a', 'ä.a']);
  });
});

describe('the order in which tables are compared', () => {
  const name = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }).map((words) => words.join('_'));

  it('is not altered by another case or by other separators', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name), (names) => {
        const places = (spell: (name: string) => string) =>
          sortForMatching(names.map((own) => ({ ...table(spell(own)), own }))).map(({ own }) => own);
        const plain = places((own) => own);
        expect(places((own) => own.toUpperCase())).toEqual(plain);
        expect(places((own) => own.replaceAll('_', ' '))).toEqual(plain);
      }),
    );
  });

  it('is one for tables whose names differ by case alone, however they are passed', () => {
    const tables = ['Berth', 'berth', 'BERTH'].map((own) => table(own));
    expect(sortForMatching(tables).map(full)).toEqual(sortForMatching(tables.toReversed()).map(full));
  });
});
