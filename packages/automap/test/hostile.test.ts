import { mapCatalogs } from '@roma-fdi/automap';
import { describe, expect, it } from 'vitest';
import { takesLong } from '../../../test/programs.ts';

const many = <V>(count: number, make: (index: number) => V): V[] =>
  Array.from({ length: count }, (_, index) => make(index));
const tables = (
  count: number,
  columns: number,
  name: (t: number) => string,
  column: (t: number, c: number) => string,
) => ({
  tables: many(count, (t) => ({ name: name(t), columns: many(columns, (c) => ({ name: column(t, c) })) })),
});

/** Each would run for hours, or out of memory, if anything compared all with all. */
describe('mapCatalogs ends soon', () => {
  it('on a table of 20,000 columns', (context) => {
    takesLong(context);
    const mapping = mapCatalogs(
      tables(
        1,
        20_000,
        () => 't',
        (_, c) => `col_${c}`,
      ),
      tables(
        1,
        20_000,
        () => 't',
        (_, c) => `Col${c}`,
      ),
    );
    expect(mapping.pairs[0]!.columns).toHaveLength(20_000);
  });

  it('on 10,000 columns that all fold to one name', (context) => {
    takesLong(context);
    const gaps = (sign: string) => (_: number, c: number) =>
      `${sign.repeat(c % 100)}a${sign.repeat(Math.floor(c / 100))}`;
    const mapping = mapCatalogs(
      tables(1, 10_000, () => 't', gaps('_')),
      tables(1, 10_000, () => 't', gaps('-')),
    );
    expect(mapping.pairs[0]!.columns).toHaveLength(10_000);
  });

  it('on 20,000 tables of one name and one column a side', (context) => {
    takesLong(context);
    const same = tables(
      20_000,
      1,
      () => 't',
      () => 'id',
    );
    expect(mapCatalogs(same, structuredClone(same)).unmapped.source[0]!.reason).toBe('too-many-alike');
  });

  it('on a quarter of a million equal column names, and proposes nothing where nothing tells tables apart', (context) => {
    takesLong(context);
    const word = (first: string) => (t: number) =>
      first + [...String(t)].map((digit) => 'bdfghjklmn'[Number(digit)]).join('');
    const source = tables(500, 500, word('a'), (_, c) => `col_${c}`);
    const target = tables(500, 500, word('e'), (_, c) => `Col${c}`);
    expect(mapCatalogs(source, target).pairs).toEqual([]);
  });

  it('on two tables of 1,600 columns that have nothing in common but their letters', (context) => {
    takesLong(context);
    const mapping = mapCatalogs(
      tables(
        1,
        1600,
        () => 'wide',
        (_, c) => `${'abcdefgh'[c % 8]}${c * 7919}x${c}`,
      ),
      tables(
        1,
        1600,
        () => 'wide',
        (_, c) => `${'abcdefgh'[c % 8]}${c * 104_729}y${c}`,
      ),
    );
    expect(mapping.pairs).toHaveLength(1);
  });

  it('on 500 tables of 500 columns whose names fold to one', (context) => {
    takesLong(context);
    const catalog = tables(
      500,
      500,
      (t) => `t${t % 10}_${t}`,
      (_, c) => (c === 0 ? 'id' : `name${' '.repeat(c)}`),
    );
    const mapping = mapCatalogs(catalog, { tables: catalog.tables.slice(0, 50) });
    expect(mapping.pairs.length).toBeLessThanOrEqual(500);
  });

  it('on references in a circle, to oneself and to tables that are not there', () => {
    const refers = (name: string, other: string) => ({
      name,
      columns: [{ name: 'id' }, { name: `${other}_id` }],
      primary_key: ['id'],
      foreign_keys: [{ columns: [`${other}_id`, 'missing'], ref_table: other, ref_columns: ['id', 'id'] }],
    });
    const circle = {
      tables: [refers('a', 'b'), refers('b', 'c'), refers('c', 'a'), refers('self', 'self'), refers('d', 'nowhere')],
    };
    expect(mapCatalogs(circle, structuredClone(circle)).pairs.map((pair) => [pair.source.name, pair.percent])).toEqual(
      ['a', 'b', 'c', 'd', 'self'].map((name) => [name, 100]),
    );
  });

  it('on names of 50,000 characters, which stay unmapped', (context) => {
    takesLong(context);
    const long = (end: number) => `${'aB_'.repeat(17_000)}${end}`;
    const catalog = tables(
      50,
      50,
      (t) => (t === 0 ? 't' : long(t)),
      (_, c) => long(c),
    );
    const mapping = mapCatalogs(catalog, structuredClone(catalog));
    expect(mapping.pairs.map((pair) => [pair.source.name, pair.percent])).toEqual([['t', 0]]);
    expect(new Set(mapping.unmapped.source.map((entry) => entry.reason))).toEqual(new Set(['name-too-long']));
    expect(mapping.pairs[0]!.unmappedSourceColumns[0]!.reason).toBe('name-too-long');
  });
});
