import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyCharacter } from '../../../../test/properties.ts';
import { encodeColumns } from './columns.ts';
import { type MappingReasons, readReasons, writeReasons } from './reasons.ts';

const thousandths = fc.integer({ min: 0, max: 1000 });
const position = fc.nat(1599);
const left = fc.record(
  {
    column: position,
    reason: fc.constantFrom('no-counterpart' as const, 'counterpart-taken' as const, 'refused' as const),
    nearest: fc.tuple(position, thousandths),
  },
  { requiredKeys: ['column', 'reason'] },
);
const reasons: fc.Arbitrary<MappingReasons> = fc.record({
  rule: fc.constantFrom('given' as const, 'same-name' as const, 'remainder' as const),
  confidence: thousandths,
  runnersUp: fc.array(
    fc.record({
      side: fc.constantFrom('source' as const, 'target' as const),
      schema: fc.string({ unit: anyCharacter }),
      table: fc.string({ unit: anyCharacter }),
      score: thousandths,
    }),
    { maxLength: 3 },
  ),
  columns: fc.array(
    fc.record({
      rule: fc.constantFrom('same-name' as const, 'synonym' as const, 'same-key' as const),
      confidence: thousandths,
      runnersUp: fc.array(fc.tuple(position, position, thousandths), { maxLength: 3 }),
    }),
  ),
  unmapped: fc.record({ source: fc.array(left), target: fc.array(left) }),
});

it('come back from their text as they were', () => {
  fc.assert(
    fc.property(reasons, (given) => {
      expect(readReasons(writeReasons(given))).toEqual(given);
    }),
  );
});

it('of 20 columns that all have three runners-up take no more room than the columns', () => {
  const columns = Array.from({ length: 20 }, (_, at) => [`customer_column_${at}`, 'VARCHAR', '255'] as const);
  const texts = encodeColumns({
    sourceColumns: columns,
    targetColumns: columns,
    columnPairs: columns.map((_, at) => [at, at] as const),
  });
  const text = writeReasons({
    rule: 'part-of-name',
    confidence: 987,
    runnersUp: [1, 2, 3].map((at) => ({
      side: 'target',
      schema: 'public',
      table: `other_customers_${at}`,
      score: 500,
    })),
    columns: columns.map((_, at) => ({
      rule: 'abbreviation',
      confidence: 912,
      runnersUp: [12, 13, 14].map((other) => [at, other, 456] as const),
    })),
    unmapped: { source: [], target: [] },
  });
  const { sourceColumns, targetColumns, columnPairs } = texts;
  expect(text.length).toBeLessThan(sourceColumns.length + targetColumns.length + columnPairs.length);
});
