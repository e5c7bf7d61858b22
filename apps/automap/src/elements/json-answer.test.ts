import { mapCatalogs } from '@roma-fdi/automap';
import { expect, test } from 'vitest';
import { jsonAnswer } from './json-answer.ts';

const columns = (...names: string[]) => names.map((name) => ({ name }));
const source = {
  tables: [
    { schema: 'shop', name: 'film', columns: columns('id', 'tax rate') },
    { schema: 'shop', name: 'alone', columns: columns('x') },
  ],
};
const target = { tables: [{ name: 'film', columns: columns('id', 'colour') }] };

test('has the elements of the API, each pair with its confidence and its reason, and what is in no pair', () => {
  const mapping = mapCatalogs(source, target);
  const { mappings, unmapped } = jsonAnswer(mapping);
  expect(mappings).toHaveLength(1);
  expect(mappings[0]).toMatchObject({
    source_table: 'shop.film',
    target_table: 'film',
    mapping_percent: mapping.pairs[0]!.percent,
    confidence: mapping.pairs[0]!.confidence,
    reason: 'same-name',
    mapping: [{ source_column: 'id', target_column: 'id', confidence: 1, reason: 'same-name' }],
  });
  expect(unmapped.source).toMatchObject([
    { table: 'shop.alone', reason: expect.any(String) },
    { table: 'shop.film', column: 'tax rate', other_table: 'film', reason: expect.any(String) },
  ]);
  expect(unmapped.target).toMatchObject([{ table: 'film', column: 'colour', other_table: 'shop.film' }]);
});

test('tells what is nearest to what is in no pair', () => {
  const [from, alone] = source.tables;
  const [to] = target.tables;
  const nearest = { table: to!, score: 0.4 };
  const mapping = {
    ...mapCatalogs({ tables: [from!] }, target),
    unmapped: { source: [{ table: alone!, reason: 'refused' as const, nearest }], target: [] },
  };
  expect(jsonAnswer(mapping).unmapped.source[0]).toEqual({
    table: 'shop.alone',
    reason: 'refused',
    nearest: { table: 'film', score: 0.4 },
  });
});
