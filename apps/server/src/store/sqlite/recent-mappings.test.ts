import { expect, it } from 'vitest';
import { encodeColumns } from '../columns.ts';
import type { StoredMapping } from '../mappings.ts';
import { createRecentMappings } from './recent-mappings.ts';

const columns = encodeColumns({
  sourceColumns: [['id', 'INT', '0']],
  targetColumns: [['id', 'INT', '0']],
  columnPairs: [[0, 0]],
});
const size = columns.sourceColumns.length + columns.targetColumns.length + columns.columnPairs.length;

const row = (id: string, facts: Partial<StoredMapping> = {}): StoredMapping => ({
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

it('gives the decoded mapping, and the same object for the same row', () => {
  const decode = createRecentMappings();
  const mapping = decode(row('a'));
  expect(mapping).toEqual({
    ...row('a'),
    sourceColumns: [['id', 'INT', '0']],
    targetColumns: [['id', 'INT', '0']],
    columnPairs: [[0, 0]],
  });
  expect(Object.isFrozen(mapping)).toBe(true);
  expect(decode(row('a'))).toBe(mapping);
  expect(decode(row('b'))).not.toBe(mapping);
});

it.each<Partial<StoredMapping>>([
  { percent: 1 },
  { status: 'MANUAL' },
  { updatedTime: 2 },
  { columnPairs: '[]' },
  { targetTable: 'x' },
])('decodes anew when a row has changed in %j', (change) => {
  const decode = createRecentMappings();
  decode(row('a'));
  const { id, ...facts } = row('a', change);
  expect(decode({ id, ...facts })).toEqual(createRecentMappings()(row('a', change)));
});

it('forgets what was used longest ago when it has too much', () => {
  const decode = createRecentMappings(2 * size);
  const [a, b] = [decode(row('a')), decode(row('b'))];
  expect(decode(row('a'))).toBe(a);
  decode(row('c'));
  expect(decode(row('a'))).toBe(a);
  expect(decode(row('b'))).not.toBe(b);
});

it('keeps nothing that is larger than everything together may be', () => {
  const decode = createRecentMappings(size - 1);
  expect(decode(row('a'))).not.toBe(decode(row('a')));
});
