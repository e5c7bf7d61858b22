import { stripVTControlCharacters, styleText } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tries } from '../../../../test/properties.ts';
import type { MultiTaskMappingElement } from '../elements/mapping-element.ts';
import { plainTerminal } from '../printing/terminal.ts';
import { widthOf } from '../printing/text.ts';
import { type Certainty, type PairRowsOptions, pairRows } from './pair-rows.ts';

/** An element from `source>target:certainty` column pairs; a column without a target is unmapped. */
function element(tables: [string, string], percent: number, columns: string[]) {
  const parsed = columns.map((column) => column.split(/[>:]/));
  const mapping: MultiTaskMappingElement = {
    source_table: tables[0],
    target_table: tables[1],
    mapping_percent: percent,
    source_columns: parsed.map(([field_name = '']) => ({ field_name })),
    mapping: parsed.flatMap(([source_column = '', target_column]) =>
      target_column === undefined ? [] : [{ source_column, target_column }],
    ),
  };
  return { mapping, known: parsed.map(([source, target, certainty]) => [tables, source, target, certainty] as const) };
}

const users = element(['main.users', 'main.employees'], 30, ['role', 'user_id>emp_id:95', 'login>username:55']);
const orders = element(['main.orders', 'main.fact_order'], 84, ['order_id>order_id:100', 'placed_at>order_dt:71']);

function draw(elements: ReturnType<typeof element>[], options: Partial<PairRowsOptions> = {}, width = 80): string {
  const known = elements.flatMap((one) => one.known);
  const certainty: Certainty = (sourceTable, targetTable, sourceColumn, targetColumn) => {
    const found = known.find(
      ([[a, b], source, target]) =>
        a === sourceTable && b === targetTable && source === sourceColumn && target === targetColumn,
    );
    return found?.[3] === undefined ? undefined : Number(found[3]);
  };
  const all = { certainty, most: 99, spare: 0, terminal: plainTerminal(width), ...options };
  return `\n${pairRows(
    elements.map(({ mapping }) => mapping),
    all,
  ).join('\n')}`;
}

test('each pair has a line: percent, bar, share, and the column that is least certain; the most doubtful pair first', () => {
  expect(draw([orders, users])).toBe(`
table pair           match, columns  least certain
users  → employees    30 % █▏   2/3  login → username 55 %
orders → fact_order   84 % ███▎ 2/2  placed_at → order_dt 71 %`);
});

test('spare lines go to columns: doubtful ones, then the unmapped, then the sure ones', () => {
  expect(draw([orders, users], { spare: 9 })).toBe(`
table pair           match, columns  least certain
users  → employees    30 % █▏   2/3  login → username 55 %
                                     role unmapped
                                     user_id → emp_id 95 %
orders → fact_order   84 % ███▎ 2/2  placed_at → order_dt 71 %
                                     order_id = order_id 100 %`);
});

test('spare lines that are too few go round from the most doubtful pair on', () => {
  const lines = draw([orders, users], { spare: 2 });
  expect(lines).toContain('role unmapped');
  expect(lines).toContain('order_id = order_id');
  expect(lines).not.toContain('user_id');
});

test('a wide terminal has more columns in a line', () => {
  expect(draw([users], {}, 120).split('\n').at(-1)).toMatch(
    /login → username 55 % +role unmapped +user_id → emp_id 95 %$/,
  );
});

test('the surest pairs go where there is no room', () => {
  const lines = draw([orders, users], { most: 1 });
  expect(lines).toContain('users');
  expect(lines).not.toContain('orders');
});

test('schemas stay where they differ, and what is missing or null is borne with', () => {
  const bare = { mapping: { mapping: [{}], source_columns: null, mapping_percent: null }, known: [] };
  const text = draw([orders, { ...users, mapping: { ...users.mapping, source_table: 'staff.users' } }, bare]);
  expect(text).toContain('staff.users');
  expect(text).toContain('main.orders');
  expect(text).toMatch(/\? +→ \? +0 % +1\/1/);
});

test('no names at all are a head alone', () => {
  expect(draw([]).trim().split('\n')).toHaveLength(1);
});

test('colours change nothing but colours', () => {
  const paint: ReturnType<typeof plainTerminal>['paint'] = (format, text) =>
    styleText(format, text, { validateStream: false });
  const coloured = draw([orders, users], { spare: 3, terminal: { width: 80, paint } });
  expect(coloured).toContain('\u{1b}[31m█▏  \u{1b}[39m');
  expect(stripVTControlCharacters(coloured)).toBe(draw([orders, users], { spare: 3 }));
});

test('whatever the names, no line is wider than the terminal, and the percentages stand below each other', () => {
  const odd = fc.constantFrom('👨‍👩‍👧', 'שלום', '客户', 'e\u0301', '\u202e', 'می\u200cخ', '\n');
  const name = fc.array(fc.oneof(fc.string({ unit: 'grapheme-ascii', maxLength: 9 }), odd), {
    minLength: 1,
    maxLength: 9,
  });
  const plain = name.map((parts) => parts.join('').replaceAll(/[>:]/g, '_'));
  const column = fc.tuple(plain, plain, fc.integer({ min: 0, max: 100 })).map(([a, b, c]) => `${a}>${b}:${c}`);
  const elements = fc.array(
    fc
      .tuple(plain, plain, fc.integer({ min: 0, max: 100 }), fc.array(column, { maxLength: 5 }))
      .map(([source, target, percent, columns]) => element([`s.${source}`, `t.${target}`], percent, columns)),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(elements, fc.integer({ min: 80, max: 200 }), fc.nat(9), (all, width, spare) => {
      const lines = draw(all, { spare }, width).split('\n').slice(1);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
      const at = widthOf(lines[0]?.replace(/match, .*/, '') ?? '');
      for (const line of lines.slice(1).filter((one) => !one.startsWith('   ')))
        expect(widthOf(/^(.*?) *\d+ % [█▏▎▍▌▋▊▉ ]+\d+\/\d/u.exec(line)?.[1] ?? '')).toBeLessThanOrEqual(at);
    }),
    { numRuns: tries(100) },
  );
});
