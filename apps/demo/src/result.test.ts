import { plainTerminal } from '@roma-fdi/automap-cli/printing/terminal';
import { heightOf } from '@roma-fdi/automap-cli/printing/text';
import { describe, expect, test } from 'vitest';
import { type Result, resultOf } from './result.ts';

const score = { right: 96, predicted: 102, expected: 115, precision: 96 / 102, recall: 96 / 115, f1: 0 };

/** So many table pairs, the last one the most doubtful, each with three columns that are mapped and two that are not. */
function result(pairs: number, more: Partial<Result> = {}): Result {
  const columns = ['a', 'b', 'c', 'd', 'e'].map((field_name) => ({ field_name }));
  return {
    source: 'shop',
    target: 'warehouse',
    mappings: Array.from({ length: pairs }, (_, index) => ({
      source_table: `main.source_${index}`,
      target_table: `main.target_${index}`,
      mapping_percent: 99 - (index % 100),
      source_columns: columns,
      target_columns: columns,
      mapping: ['a', 'b', 'c'].map((name) => ({ source_column: name, target_column: name.toUpperCase() })),
    })),
    secondLook: { unmapped: [{ side: 'source', table: 'main.carts', reason: 'none' }], certainty: () => 50 },
    score: { tables: score, columns: score },
    command: 'npm run automap -- shop.db warehouse.db',
    ...more,
  };
}

const pairsIn = (text: string) => text.match(/source_\d+ +→ target_\d+ +\d+ %/g) ?? [];

describe('the result', () => {
  test('ends with the score in two lines', () => {
    const lines = resultOf(result(14), plainTerminal(80, 24), 19).split('\n');
    expect(lines.slice(-2)).toEqual([
      'Score  tables  96 right of 102 proposed (94 %), of 115 written by hand (83 %)',
      '       columns 96 right of 102 proposed (94 %), of 115 written by hand (83 %)',
    ]);
  });

  test('of databases whose mapping nobody wrote by hand has no score', () => {
    const text = resultOf(result(14, { score: undefined }), plainTerminal(80, 24), 19);
    expect(text).not.toContain('written by hand');
    expect(text.split('\n').at(-1)).toMatch(/^Left empty in warehouse: \d+ columns$/);
  });

  test.each([
    [80, 24],
    [100, 40],
    [200, 50],
  ])('of 14 table pairs fits a terminal of %i × %i whole', (width, height) => {
    const text = resultOf(result(14), plainTerminal(width, height), 15);
    expect(heightOf(text, width)).toBeLessThan(height);
    expect(pairsIn(text)).toHaveLength(14);
    expect(pairsIn(text)[0]).toMatch(/^source_13 /);
    expect(text).toContain('All of it: npm run automap -- shop.db warehouse.db');
  });

  test('keeps in sight what stands above it, before it shows more columns', () => {
    const terminal = plainTerminal(100, 40);
    const low = resultOf(result(14), terminal, 10);
    expect(heightOf(low, 100)).toBe(29);
    expect(heightOf(resultOf(result(14), terminal, 30), 100)).toBe(22);
  });

  test('of 300 table pairs ends in a summary that names the way to all of them', () => {
    const text = resultOf(result(300), plainTerminal(80, 24), 19);
    expect(heightOf(text, 80)).toBe(23);
    expect(text).toContain(`${300 - pairsIn(text).length} more pairs, none lower: npm run automap --`);
  });

  test('on a pipe is about 60 table pairs at most', () => {
    const text = resultOf(result(300), plainTerminal(100), 19);
    expect(pairsIn(text).length).toBeGreaterThan(55);
    expect(heightOf(text, 100)).toBeLessThan(75);
  });

  test('has five pairs on a terminal that is lower than low', () => {
    expect(pairsIn(resultOf(result(14), plainTerminal(80, 5), 19)).length).toBeGreaterThanOrEqual(5);
  });

  test('of nothing says so in a few lines', () => {
    const text = resultOf(result(0), plainTerminal(80, 24), 19);
    expect(text).toContain('0 table pairs, 0 column pairs');
    expect(text.split('\n').length).toBeLessThan(10);
  });
});
