import { describe, expect, it } from 'vitest';
import { table } from '../test/table.ts';
import { prepareSide } from './prepare.ts';

describe('prepareSide', () => {
  it('sorts tables by schema and name in code-unit order', () => {
    const tables = [table('b.a'), table('a'), table('a.b'), table('a.B')];
    expect(prepareSide(tables).tables.map(({ schema, name }) => `${schema}.${name}`)).toEqual([
      '.a',
      'a.B',
      'a.b',
      'b.a',
    ]);
  });

  it("leaves the side's prefix out of the bare table name", () => {
    const { tables } = prepareSide([table('tbl_user'), table('tbl_role'), table('TblMenu')]);
    expect(tables.map(({ folded, bare }) => [folded, bare])).toEqual([
      ['TBLMENU', 'MENU'],
      ['TBLROLE', 'ROLE'],
      ['TBLUSER', 'USER'],
    ]);
  });

  it("leaves the table's name, or its columns' prefix, out of the bare column name", () => {
    const bare = (name: string, ...columns: string[]) =>
      prepareSide([table(name, columns)]).tables[0]!.columns.map((column) => column.bare);
    expect(bare('film', 'film_id', 'title')).toEqual(['ID', 'TITLE']);
    expect(bare('film_actor', 'FilmActorId')).toEqual(['ID']);
    expect(bare('lineitem', 'l_tax', 'l_price', 'l_status')).toEqual(['TAX', 'PRICE', 'STATUS']);
  });

  it('sets aside names of more than 256 characters, counted in code points', () => {
    const longest = '𝒳'.repeat(256);
    const side = prepareSide([
      table(longest, [longest, 'x'.repeat(257)]),
      table('x'.repeat(257)),
      table(`${'s'.repeat(257)}.t`),
    ]);
    expect(side.tooLong).toHaveLength(2);
    expect(side.tables.map(({ name }) => name)).toEqual([longest]);
    expect([...side.tables[0]!.setAside]).toEqual([[1, 'name-too-long']]);
  });

  it('sets aside a column that repeats a name', () => {
    const [only] = prepareSide([table('t', ['a', 'b', 'a'])]).tables;
    expect(only!.columns.map(({ position }) => position)).toEqual([0, 1]);
    expect([...only!.setAside]).toEqual([[2, 'repeated-name']]);
  });
});
