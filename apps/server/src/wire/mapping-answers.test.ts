import { expect, it } from 'vitest';
import { encodeColumns } from '../store/columns.ts';
import type { TableMapping } from '../store/records.ts';
import { writeJson } from './json.ts';
import { createMappingAnswers } from './mapping-answers.ts';

const columns = encodeColumns({
  sourceColumns: [['id', 'INT', '0']],
  targetColumns: [['id', 'INT', '0']],
  columnPairs: [[0, 0]],
});
const size = columns.sourceColumns.length + columns.targetColumns.length + columns.columnPairs.length;

const row = (id: string, facts: Partial<TableMapping> = {}): TableMapping => ({
  id,
  sourceSchema: 's',
  sourceTable: 't',
  targetSchema: 's',
  targetTable: 't',
  percent: 100,
  status: 'AUTO',
  updatedTime: 1,
  ...columns,
  ...facts,
});

it('spells a mapping as the contract does, and gives the same object for the same row', () => {
  const answers = createMappingAnswers();
  const answer = answers.of(row('a'));
  expect(answer).toEqual({
    id: 'a',
    source_table: 's.t',
    target_table: 's.t',
    updated_time: 1,
    mapping_percent: 100,
    status: 'AUTO',
    source_columns: [{ field_name: 'id', field_type: 'INT', field_length: '0' }],
    target_columns: [{ field_name: 'id', field_type: 'INT', field_length: '0' }],
    mapping: [
      {
        source_column: 'id',
        source_column_type: 'INT',
        source_column_length: '0',
        target_column: 'id',
        target_column_type: 'INT',
        target_column_length: '0',
      },
    ],
  });
  expect(String(writeJson([answer]))).toBe(JSON.stringify([answer]));
  expect(answers.of(row('a'))).toBe(answer);
  expect(answers.of(row('b'))).not.toBe(answer);
});

it.each<Partial<TableMapping>>([
  { percent: 1 },
  { status: 'MANUAL' },
  { updatedTime: 2 },
  { columnPairs: '[]' },
  { targetTable: 'x' },
])('spells it anew when a row has changed in %j', (change) => {
  const answers = createMappingAnswers();
  answers.of(row('a'));
  expect(answers.of(row('a', change))).toEqual(createMappingAnswers().of(row('a', change)));
});

it('forgets what was used longest ago when it has too much', () => {
  const answers = createMappingAnswers(2 * size);
  const [a, b] = [answers.of(row('a')), answers.of(row('b'))];
  expect(answers.of(row('a'))).toBe(a);
  answers.of(row('c'));
  expect(answers.of(row('a'))).toBe(a);
  expect(answers.of(row('b'))).not.toBe(b);
});

it('keeps nothing that is larger than everything together may be', () => {
  const answers = createMappingAnswers(size - 1);
  expect(answers.of(row('a'))).not.toBe(answers.of(row('a')));
});
