import { describe, expect, it } from 'vitest';
import { sides } from '../../test/sides.ts';
import { table } from '../../test/table.ts';

/** Compares names of columns, or of tables, of which each side has those given. */
function comparing(source: readonly string[], target: readonly string[], of: 'columns' | 'tables' = 'columns') {
  const made = (names: readonly string[]) =>
    of === 'columns' ? [table('ferry', names)] : names.map((name) => table(name, ['id']));
  const { prepared, comparisons } = sides(made(source), made(target));
  const names = of === 'columns' ? comparisons.columnNames : comparisons.tableNames;
  const form = (side: 'source' | 'target', name: string): number => {
    const { columns, tables } = prepared[side];
    if (of === 'tables') return tables.find((own) => own.table.name === name)!.cut;
    return columns.cut[tables[0]!.table.columns.findIndex((column) => column.name === name)]!;
  };
  const both = (s: string, t: string) => [form('source', s), form('target', t)] as const;
  return {
    likeness: (s: string, t: string) => names.likeness(...both(s, t)),
    /** The places of the words that are taken for each other. */
    align: (s: string, t: string) => {
      const { partnerOfSource, count } = names.align(...both(s, t));
      const pairs = [...partnerOfSource.subarray(0, prepared.forms.size(form('source', s)))]
        .map((j, i) => [i, j] as const)
        .filter(([, j]) => j >= 0);
      expect(pairs).toHaveLength(count);
      return pairs;
    },
    isReadAlong: (s: string, t: string) => names.isReadAlong(...both(s, t)),
  };
}

describe('the likeness of two names', () => {
  const { likeness, align, isReadAlong } = comparing(
    ['berth_number', 'sail_date', 'gps', 'deck_1', 'psngr_qty', 'fuel'],
    ['BerthNumber', 'number_of_berth', 'date_sailed', 'gross_profit_sum', 'deck_2', 'deck', 'passenger_quantity', 'x'],
  );

  it('is 1 for the same words in the same order alone', () => {
    expect(likeness('berth_number', 'BerthNumber')).toBe(1);
    const moved = likeness('sail_date', 'date_sailed');
    expect(moved).toBeLessThan(1);
    expect(moved).toBeGreaterThan(0.95);
  });

  it('counts words that one name has more', () => {
    const more = likeness('berth_number', 'number_of_berth');
    expect(more).toBeLessThan(likeness('berth_number', 'BerthNumber'));
    expect(more).toBeGreaterThan(0.6);
  });

  it('goes by what words stand for', () => {
    expect(likeness('psngr_qty', 'passenger_quantity')).toBeGreaterThan(0.8);
    expect(align('psngr_qty', 'passenger_quantity')).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it('reads letters that were run together along the words', () => {
    expect(isReadAlong('gps', 'gross_profit_sum')).toBe(true);
    expect(likeness('gps', 'gross_profit_sum')).toBeGreaterThan(0.4);
    expect(isReadAlong('fuel', 'gross_profit_sum')).toBe(false);
  });

  it('is less where both have numbers that differ than where one has none', () => {
    expect(likeness('deck_1', 'deck_2')).toBeLessThan(likeness('deck_1', 'deck'));
  });

  it('is 0 where nothing is alike', () => {
    expect(likeness('fuel', 'x')).toBe(0);
    expect(align('fuel', 'x')).toEqual([]);
  });
});

describe('names of tables', () => {
  it('contradict each other by words on both sides that have no counterpart', () => {
    const names = [
      ['ferry_log', 'ferry'],
      ['pier_log', 'crew'],
    ] as const;
    const tables = comparing(...names, 'tables').likeness('ferry_log', 'pier_log');
    expect(tables).toBeLessThan(comparing(...names, 'columns').likeness('ferry_log', 'pier_log'));
  });
});
