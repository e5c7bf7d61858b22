import { expect, test } from 'vitest';
import { typeWords } from './type-words.ts';

test.each([
  ['VARCHAR(20)', 'TEXT', 'both are text'],
  ['tinyint(1)', 'BIGINT', 'both are whole numbers'],
  ['DECIMAL(10,2)', 'double precision', 'both are decimal numbers'],
  ['timestamp without time zone', 'DATE', 'both are dates or times'],
  ['INTEGER', 'DECIMAL(10,2)', 'INTEGER becomes DECIMAL(10,2)'],
  ['geometry', 'GEOMETRY', 'both are geometry'],
  ['text[]', 'TEXT', 'text[] becomes TEXT'],
  ['interval', 'INT', 'interval becomes INT'],
  ['t\u0007', 'TEXT', 't\u{FFFD} becomes TEXT'],
  ['', 'TEXT', undefined],
  [undefined, 'TEXT', undefined],
])('of %j and %j says %j', (source, target, expected) => {
  const column = (type: string | undefined) => (type === undefined ? undefined : { name: 'c', type });
  expect(typeWords(column(source), column(target))).toBe(expected);
});

test('goes by the base type where the declared one is not told', () => {
  expect(typeWords({ name: 'a', base_type: 'character varying' }, { name: 'b', type: 'TEXT', base_type: 'text' })).toBe(
    'both are text',
  );
});
