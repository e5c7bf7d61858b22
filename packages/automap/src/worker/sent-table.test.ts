import { expect, it } from 'vitest';
import type { Table } from '../catalog.ts';
import { sentTable } from './sent-table.ts';

const full: Required<Table> = {
  schema: 's',
  name: 't',
  columns: [{ name: 'c', type: 'VARCHAR(45)', base_type: 'varchar', length: '45', nullable: true }],
  primary_key: ['c'],
  foreign_keys: [{ columns: ['c'], ref_table: 'u', ref_columns: ['d'] }],
};

it('sends all that the matcher reads', () => {
  expect(sentTable(full)).toEqual(full);
});

it('keeps what is unknown unknown, and null null', () => {
  const table: Table = { name: 't', columns: [{ name: 'c', length: null }] };
  expect(JSON.stringify(sentTable(table))).toBe(JSON.stringify(table));
});

it('leaves behind what a caller hangs on his objects, even what JSON cannot tell', () => {
  const table: Table & Record<string, unknown> = {
    ...full,
    rows: 10n,
    columns: [{ ...full.columns[0]!, more: 1 } as never],
  };
  table['self'] = table;
  expect(sentTable(table)).toEqual(full);
});
