import { describe, expect, it } from 'vitest';
import { sides } from '../../test/sides.ts';
import { table } from '../../test/table.ts';
import type { Column, Table } from '../catalog.ts';
import { readWordLists } from '../names/word-lists.ts';
import { tuning } from '../tuning.ts';
import { prepareSides } from './prepare.ts';

type Form = 'cut' | 'raw' | 'stripped' | 'phrased';

/** The words of a form of every column of the source. */
function forms(form: Form, source: readonly Table[], target: readonly Table[] = []): string[] {
  const { source: side, forms, lexicon } = sides(source, target).prepared;
  return [...side.columns[form].subarray(0, side.columns.count)].map((number) =>
    forms
      .wordsOf(number)
      .map((word) => lexicon.texts[word])
      .join(' '),
  );
}
/** A fact about the only column of a table. */
const fact = (column: Partial<Column>, of: 'length' | 'isSmall' | 'nullable') =>
  sides([{ name: 't', columns: [{ name: 'c', ...column }] }], []).prepared.source.columns[of][0];

describe('the forms of a name', () => {
  it('are its words, without what the table says, and with phrases joined', () => {
    const tables = [table('passenger', ['passenger_zip_code', 'surname'])];
    expect(forms('cut', tables)).toEqual(['passenger zip code', 'surname']);
    expect(forms('stripped', tables)).toEqual(['zip code', 'surname']);
    expect(forms('phrased', tables)).toEqual(['passenger zip cod', 'surname']);
  });

  it('are cut by the words of the other side', () => {
    const source = [table('x', ['gangwaywidth'])];
    expect(forms('cut', source)).toEqual(['gangwaywidth']);
    const target = [table('y', ['gangway_state', 'gangway_lock', 'hull_gangway', 'door_width'])];
    expect(forms('cut', source, target)).toEqual(['gangway width']);
    expect(forms('raw', source, target)).toEqual(['gangwaywidth']);
  });

  it('lack what all names of a side begin with, but for their identity', () => {
    const { source, target } = sides(
      [table('t', ['f_name', 'f_berth', 'f_crew'])],
      [table('t', ['name', 'berth', 'crew'])],
    ).prepared;
    expect(source.hasPrefix).toBe(true);
    expect([...source.columns.folded].sort()).toEqual([...target.columns.folded].sort());
    expect([...source.columns.name].some((name) => target.columns.name.includes(name))).toBe(false);
  });
});

describe('what cannot be mapped', () => {
  const long = 'x'.repeat(257);

  it('is a table whose name or schema has more than 256 characters, a sign outside the BMP counting once', () => {
    const { tables, tooLong } = sides([table(long), table(`${long}.t`), table('👍'.repeat(256))], []).prepared.source;
    expect(tooLong).toHaveLength(2);
    expect(tables.map((entry) => entry.table.name)).toEqual(['👍'.repeat(256)]);
  });

  it('is a column whose name is too long, or comes again in its table', () => {
    const { tables, columns } = sides([table('t', ['a', long, 'a', 'b']), table('u', ['a'])], []).prepared.source;
    expect([...tables[0]!.setAside]).toEqual([
      [1, 'name-too-long'],
      [2, 'repeated-name'],
    ]);
    expect([...columns.position.subarray(0, columns.count)]).toEqual([0, 3, 0]);
  });

  it('is a table outside the range, and one whose name on the target would be too long', () => {
    const tables = [table('a'), table('b'), table('x'.repeat(255))];
    const prepared = prepareSides(
      { tables, isInRange: ({ name }) => name !== 'a', nameOf: ({ name }) => `t_${name}` },
      { tables: [], isInRange: () => true },
      readWordLists([]),
      tuning,
    );
    expect(prepared.source.tables.map((entry) => entry.table.name)).toEqual(['b']);
    expect(prepared.source.outOfRange.map(({ name }) => name)).toEqual(['a']);
    expect(prepared.source.tooLong).toHaveLength(1);
  });
});

describe('what is read of a column', () => {
  it.each([
    [{ type: 'VARCHAR(45)' }, 4500],
    [{ base_type: 'decimal', length: '10,2' }, 1002],
    [{ base_type: 'decimal', length: '10, 2' }, 1002],
    [{ type: 'VARCHAR(45)', length: null }, -1],
    [{ type: 'VARCHAR(MAX)' }, -1],
    [{ length: '99999999999' }, -1],
    [{}, -1],
  ])('of %j is the length %d', (column, length) => {
    expect(fact(column, 'length')).toBe(length);
  });

  it('is whether it may be null, where that is known', () => {
    expect([{ nullable: true }, { nullable: false }, {}].map((column) => fact(column, 'nullable'))).toEqual([1, 0, -1]);
  });

  it('is whether its numbers are small enough for flags', () => {
    const small = [{ base_type: 'tinyint' }, { base_type: 'int2' }, { base_type: 'number', length: '1' }];
    expect(small.map((column) => fact(column, 'isSmall'))).toEqual([1, 1, 1]);
    expect(fact({ base_type: 'integer' }, 'isSmall')).toBe(0);
  });
});
