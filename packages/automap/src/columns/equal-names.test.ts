import { describe, expect, it } from 'vitest';
import { sides } from '../../test/sides.ts';
import { table } from '../../test/table.ts';
import { createEqualNamePairer } from './equal-names.ts';

function pairs(source: readonly string[], target: readonly string[], refused: readonly string[] = []): string[] {
  const { prepared } = sides([table('t', source)], [table('t', target)]);
  const nameOf = (side: 'source' | 'target', c: number): string => {
    const { tables, columns } = prepared[side];
    return tables[0]!.table.columns[columns.position[c]!]!.name;
  };
  const pairer = createEqualNamePairer(prepared.source.columns, prepared.target.columns);
  const found: string[] = [];
  pairer.pair(
    prepared.source.tables[0]!,
    prepared.target.tables[0]!,
    (row, column) => !refused.includes(`${nameOf('source', row)}=${nameOf('target', column)}`),
    (row, column, equal) => found.push(`${nameOf('source', row)}=${nameOf('target', column)} ${equal}`),
  );
  return found;
}

describe('columns of equal names', () => {
  it('are paired character for character first', () => {
    expect(pairs(['ID', 'id'], ['id', 'Id'])).toEqual(['id=id same-name', 'ID=Id folded-name']);
  });

  it('are paired by the best-fitting types where several fold to one, then in the order of their names', () => {
    expect(pairs(['A_B text', 'a_b int'], ['AB int', 'aB text'])).toEqual(['a_b=AB folded-name', 'A_B=aB folded-name']);
    expect(pairs(['A_B', 'a_b'], ['aB', 'AB'])).toEqual(['A_B=AB folded-name', 'a_b=aB folded-name']);
  });

  it('leave a refused pair to the next of that name', () => {
    expect(pairs(['id'], ['id', 'ID'], ['id=id'])).toEqual(['id=ID folded-name']);
    expect(pairs(['Id', 'iD'], ['id', 'ID'], ['Id=ID'])).toEqual(['iD=id folded-name']);
  });

  it('are none where nothing is left of a name, or where names are merely alike', () => {
    expect(pairs(['___', 'berths'], ['---', 'berth'])).toEqual([]);
    expect(pairs(['___'], ['___'])).toEqual(['___=___ same-name']);
  });
});
