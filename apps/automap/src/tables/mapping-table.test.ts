import { stripVTControlCharacters, styleText } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tries } from '../../../../test/properties.ts';
import type { MultiTaskMappingElement } from '../elements/mapping-element.ts';
import { plainTerminal } from '../printing/terminal.ts';
import { mappingTable } from './mapping-table.ts';

/** An element from `source>target` column pairs and the names of the source's columns without a pair. */
function element(tables: [string, string], pairs: string[], spare: string[] = [], facts: MultiTaskMappingElement = {}) {
  const mapping = pairs
    .map((pair) => pair.split('>'))
    .map(([source_column = '', target_column = '']) => ({
      source_column,
      source_column_type: 'INTEGER',
      source_column_length: '0',
      target_column,
      target_column_type: 'DECIMAL',
      target_column_length: '10',
    }));
  const names = [...mapping.map(({ source_column }) => source_column), ...spare];
  return {
    source_table: tables[0],
    target_table: tables[1],
    status: 'AUTO',
    mapping_percent: 75,
    mapping,
    source_columns: names.map((field_name) => ({ field_name, field_type: 'INTEGER', field_length: '0' })),
    ...facts,
  };
}

const orders = element(
  ['main.orders', 'main.fact_order'],
  ['order_id>order_id', 'order_number>order_no', 'total_cents>gross_amt', 'placed_at>order_dt'],
  ['updated_at'],
  { mapping_percent: 76 },
);
const users = element(['main.users', 'main.employees'], ['login>username'], ['role', 'active'], {
  mapping_percent: 30,
});

const draw = (mappings: MultiTaskMappingElement[], width = 80, more: { types?: boolean; total?: number } = {}) =>
  mappingTable(mappings, { source: 'shop', target: 'warehouse', terminal: plainTerminal(width), ...more });

describe('the table', () => {
  test('keeps the schema where a table that is in no pair has another', () => {
    const drawn = (table: string) =>
      mappingTable([orders], {
        source: 'shop',
        target: 'warehouse',
        unmapped: [{ side: 'target', table }],
        terminal: plainTerminal(80),
      });
    expect(drawn('main.load_log')).not.toContain('main.');
    expect(drawn('other.fact_order')).toContain('→ main.fact_order');
    expect(drawn('other.fact_order')).not.toContain('main.orders');
  });

  test('is read at a glance at 80 columns', () => {
    expect(`\n${draw([orders, users])}`).toBe(`
╭──────────────────┬────────────────┬──────────────────────────────────────────╮
│ shop → warehouse │ match          │ columns                                  │
├──────────────────┼────────────────┼──────────────────────────────────────────┤
│ orders           │  76 % ██████   │ order_id     = order_id                  │
│ → fact_order     │ 4 of 5         │ order_number → order_no                  │
│                  │                │ total_cents  → gross_amt                 │
│                  │                │ placed_at    → order_dt                  │
├──────────────────┼────────────────┼──────────────────────────────────────────┤
│ users            │  30 % ██▍      │ login → username                         │
│ → employees      │ 1 of 3         │                                          │
╰──────────────────┴────────────────┴──────────────────────────────────────────╯
2 table pairs, 5 column pairs; status: 2 AUTO`);
  });

  test('puts more lists side by side at 120 columns', () => {
    expect(`\n${draw([orders], 120)}`).toBe(`
╭──────────────────┬────────────────┬──────────────────────────────────────────────────────────────────────────────────╮
│ shop → warehouse │ match          │ columns                                                                          │
├──────────────────┼────────────────┼──────────────────────────────────────────────────────────────────────────────────┤
│ orders           │  76 % ██████   │ order_id     = order_id    total_cents  → gross_amt                              │
│ → fact_order     │ 4 of 5         │ order_number → order_no    placed_at    → order_dt                               │
╰──────────────────┴────────────────┴──────────────────────────────────────────────────────────────────────────────────╯
1 table pair, 4 column pairs; status: 1 AUTO`);
  });

  test('shows types where they are asked for, with a length where there is one', () => {
    expect(draw([orders], 100, { types: true })).toContain('total_cents INTEGER  → gross_amt DECIMAL(10)');
    expect(draw([orders], 100)).not.toContain('INTEGER');
  });

  test('keeps schemas where tables of several are mapped', () => {
    const table = draw([orders, { ...users, source_table: 'staff.users' }]);
    expect(table).toContain('│ main.orders ');
    expect(table).toContain('│ staff.users ');
    expect(table).toContain('│ → fact_order ');
  });

  test('counts each status, and says that more mappings exist than are shown', () => {
    const table = draw([orders, { ...users, status: 'MANUAL' }, users], 80, { total: 14 });
    expect(table.split('\n').at(-1)).toBe('3 table pairs (the first of 14), 6 column pairs; status: 2 AUTO, 1 MANUAL');
    expect(draw([orders], 80, { total: 1 })).not.toContain('the first of');
  });

  test('is a head alone without mappings', () => {
    expect(draw([])).toMatch(/│ shop → warehouse │.*\n0 table pairs, 0 column pairs; status: none$/s);
  });

  test('bears with elements of which every field is missing or null', () => {
    expect(
      draw([{}, { source_table: null, mapping: [{}], source_columns: null, mapping_percent: null, status: null }]),
    ).toContain('? = ?');
  });
});

describe('the bar', () => {
  const barAt = (mapping_percent: number) => /% ([█▏▎▍▌▋▊▉]*)/.exec(draw([{ ...users, mapping_percent }]))?.[1];

  test.each([
    [0, ''],
    [50, '████'],
    [99, '███████▉'],
    [100, '████████'],
  ])('at %i % is "%s"', (percent, bar) => {
    expect(barAt(percent)).toBe(bar);
  });

  test('stays inside its cell for a percentage that cannot be', () => {
    expect(barAt(250)).toBe('████████');
    expect(barAt(-5)).toBe('');
  });
});

test('whatever the names, every line of the table fills the width exactly', () => {
  const name = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 80 }).filter((text) => !text.includes('>'));
  const pair = fc.tuple(name, name).map((names) => names.join('>'));
  const mapping = fc
    .tuple(fc.tuple(name, name), fc.array(pair, { maxLength: 6 }))
    .map(([tables, pairs]) => element(tables, pairs));
  fc.assert(
    fc.property(
      fc.array(mapping, { maxLength: 4 }),
      fc.integer({ min: 80, max: 160 }),
      fc.boolean(),
      (mappings, width, types) => {
        const lines = draw(mappings, width, { types }).split('\n').slice(0, -1);
        expect(lines.map((line) => line.length)).toEqual(lines.map(() => width));
      },
    ),
    { numRuns: tries(60) },
  );
});

test('colours change nothing but colours', () => {
  const paint: ReturnType<typeof plainTerminal>['paint'] = (format, text) =>
    styleText(format, text, { validateStream: false });
  const coloured = mappingTable([orders, users], {
    source: 'shop',
    target: 'warehouse',
    terminal: { width: 80, paint },
  });
  expect(coloured).toContain('\u{1b}[33m██████\u{1b}[39m');
  expect(coloured).toContain('\u{1b}[31m██▍\u{1b}[39m');
  expect(stripVTControlCharacters(coloured)).toBe(draw([orders, users]));
});
