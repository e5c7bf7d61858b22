import { expect, test } from 'vitest';
import type { MultiTaskMappingElement } from '../elements/mapping-element.ts';
import type { Unmapped } from '../elements/unmapped.ts';
import { plainTerminal } from '../printing/terminal.ts';
import { unmappedList } from './unmapped-list.ts';

const fields = (...names: string[]) => names.map((field_name) => ({ field_name }));
const pairs = (...names: [string, string][]) =>
  names.map(([source_column, target_column]) => ({ source_column, target_column }));

const shipments: MultiTaskMappingElement = {
  source_table: 'main.shipments',
  source_columns: fields('id', 'carrier', 'service'),
  target_table: 'main.Parcel',
  target_columns: fields('ParcelId', 'CarrierName', 'ReturnReason', 'DockNo'),
  mapping: pairs(['id', 'ParcelId'], ['carrier', 'CarrierName']),
};
const returns: MultiTaskMappingElement = {
  source_table: 'main.returns',
  source_columns: fields('id', 'reason', 'number'),
  target_table: 'main.Parcel',
  target_columns: shipments.target_columns ?? null,
  mapping: pairs(['id', 'ParcelId'], ['reason', 'ReturnReason']),
};
const complete: MultiTaskMappingElement = {
  source_table: 'main.a',
  source_columns: fields('x'),
  target_table: 'main.b',
  target_columns: fields('y'),
  mapping: pairs(['x', 'y']),
};

const list = (
  mappings: MultiTaskMappingElement[],
  unmapped: Unmapped[] = [],
  more: { most?: number; width?: number } = {},
) =>
  unmappedList(mappings, {
    source: 'shop',
    target: 'warehouse',
    unmapped,
    terminal: plainTerminal(more.width ?? 80),
    ...(more.most ? { most: more.most } : {}),
  });

test('tables and columns are listed for each side, below their reasons', () => {
  const unmapped: Unmapped[] = [
    { side: 'source', table: 'main.carts', reason: 'no table is like it' },
    { side: 'target', table: 'main.status', reason: 'shares a name with nothing' },
    { side: 'source', table: 'main.audit_log', reason: 'no table is like it' },
    { side: 'source', table: 'main.returns', column: 'number', reason: 'two columns fit equally well' },
  ];
  expect(`\n${list([shipments, returns], unmapped)}`).toBe(`
Left over in shop (2 tables, 2 columns)
  no table is like it:
    carts, audit_log
  no counterpart found:
    shipments.service
  two columns fit equally well:
    returns.number

Left empty in warehouse (1 table, 1 column)
  shares a name with nothing:
    status
  no counterpart found:
    Parcel.DockNo`);
});

test('a target column that any of its sources fills is not left empty, and is listed once otherwise', () => {
  expect(list([shipments])).toContain('Parcel.ReturnReason');
  const both = list([shipments, returns]);
  expect(both).not.toContain('Parcel.ReturnReason');
  expect(both.match(/Parcel\.DockNo/g)).toHaveLength(1);
});

test('the schema is shown where it tells a table from one that is mapped', () => {
  const archived: Unmapped[] = [{ side: 'source', table: 'archive.a', reason: 'another fits better' }];
  expect(list([complete], archived)).toBe('Left over in shop (1 table)\n  another fits better:\n    archive.a');
});

test('a reason of the other side or of another column is not borrowed', () => {
  const reasons: Unmapped[] = [
    { side: 'target', table: 'main.returns', column: 'number', reason: 'of the other side' },
    { side: 'source', table: 'main.returns', column: 'reason', reason: 'of a mapped column' },
  ];
  expect(list([returns], reasons)).not.toMatch(/of the other side|of a mapped column/);
});

test('nothing left out is one sentence, and a side without gaps is not mentioned', () => {
  expect(list([complete])).toBe('Every table and every column of both sides is mapped.');
  expect(list([{ ...complete, mapping: [], target_columns: [] }])).toBe(
    'Left over in shop (1 column)\n  no counterpart found:\n    a.x',
  );
});

test('a long list is broken between names within the width, and cut with the number of the rest', () => {
  const many = { ...complete, source_columns: fields(...Array.from({ length: 100 }, (_, index) => `column_${index}`)) };
  const lines = list([many]).split('\n');
  expect(lines.every((line) => line.length <= 80)).toBe(true);
  expect(lines.at(-1)).toMatch(/ a\.column_39 and 60 more$/);
  expect(list([many], [], { most: 2 })).toContain('    a.column_0, a.column_1 and 98 more');
});
