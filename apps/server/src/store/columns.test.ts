import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCharacter } from '../../../../test/properties.ts';
import { type Column, decodeColumns, encodeColumns, expandPairs, type MappedColumns } from './columns.ts';

const column = fc.tuple(fc.string({ unit: anyCharacter }), fc.string(), fc.string());
const mapped: fc.Arbitrary<MappedColumns> = fc
  .record({ sourceColumns: fc.array(column, { minLength: 1 }), targetColumns: fc.array(column, { minLength: 1 }) })
  .chain(({ sourceColumns, targetColumns }) =>
    fc.record({
      sourceColumns: fc.constant(sourceColumns),
      targetColumns: fc.constant(targetColumns),
      columnPairs: fc.array(fc.tuple(fc.nat(sourceColumns.length - 1), fc.nat(targetColumns.length - 1))),
    }),
  );

describe('compact columns', () => {
  it('come back from their text as they were', () => {
    fc.assert(
      fc.property(mapped, (columns) => {
        expect(decodeColumns(encodeColumns(columns))).toEqual(columns);
      }),
    );
  });

  it('expand each pair to the two columns that it points to', () => {
    const id: Column = ['id', 'INT4', '0'];
    const name: Column = ['name', 'VARCHAR', '255'];
    const label: Column = ['label', 'TEXT', '0'];
    const columns = { sourceColumns: [id, name], targetColumns: [label], columnPairs: [[1, 0] as const] };
    expect(expandPairs(columns)).toEqual([[name, label]]);
  });

  it('refuse a pair that points outside its lists', () => {
    const columns = {
      sourceColumns: [['id', 'INT4', '0'] as const],
      targetColumns: [],
      columnPairs: [[0, 0] as const],
    };
    expect(() => encodeColumns(columns)).toThrow('[0, 0]');
    expect(() => encodeColumns({ ...columns, columnPairs: [[-1, 0]] })).toThrow(RangeError);
  });
});
