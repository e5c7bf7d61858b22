import { describe, expect, it } from 'vitest';
import { sides } from '../../test/sides.ts';
import { table } from '../../test/table.ts';
import type { ForeignKey, Table } from '../catalog.ts';
import { keyRoles } from './side.ts';

const foreign = (ref_table: string, ...columns: string[]): ForeignKey => ({ columns, ref_table, ref_columns: columns });

/** What the tables and their columns refer to, by names. */
function references(tables: readonly Table[]) {
  const { source } = sides(tables, []).prepared;
  const nameOf = (at: number) => (at < 0 ? undefined : source.tables[at]!.table.name);
  const at = (own: string, column: string) => {
    const { from, table } = source.tables.find((entry) => entry.table.name === own)!;
    return from + table.columns.findIndex(({ name }) => name === column);
  };
  return {
    declared: (own: string, column: string) => nameOf(source.columns.refersTo[at(own, column)]!),
    implied: (own: string, column: string) => nameOf(source.columns.impliesTo[at(own, column)]!),
    role: (own: string, column: string) => source.columns.key[at(own, column)],
    neighbours: (own: string) => {
      const { refersTo, referredBy } = source.tables.find((entry) => entry.table.name === own)!;
      return [refersTo.map(nameOf), referredBy.map(nameOf)];
    },
  };
}

describe('references by foreign keys', () => {
  const found = references([
    { ...table('sailing', ['id', 'vessel', 'from_berth']), foreign_keys: [foreign('ferry', 'vessel')] },
    { ...table('ferry', ['id']), primary_key: ['id'] },
    { ...table('stop', ['sailing', 'position']), primary_key: ['sailing', 'position'] },
    { ...table('log', ['x']), foreign_keys: [foreign('nowhere', 'x'), foreign('log', 'missing')] },
  ]);

  it('make tables neighbours, in both directions', () => {
    expect(found.neighbours('sailing')).toEqual([['ferry'], []]);
    expect(found.neighbours('ferry')).toEqual([[], ['sailing']]);
    expect(found.declared('sailing', 'vessel')).toBe('ferry');
    expect(found.declared('sailing', 'from_berth')).toBeUndefined();
  });

  it('tell a whole key from a part of one', () => {
    expect(found.role('ferry', 'id')).toBe(keyRoles.whole);
    expect(found.role('stop', 'position')).toBe(keyRoles.part);
    expect(found.role('sailing', 'id')).toBe(keyRoles.none);
  });

  it('to tables and columns that are not there mean nothing', () => {
    expect(found.declared('log', 'x')).toBeUndefined();
    expect(found.neighbours('log')).toEqual([['log'], ['log']]);
  });

  it('go to the table of their own schema where several have the name', () => {
    const { source } = sides(
      [
        table('a.ferry', ['id']),
        table('b.ferry', ['id']),
        { ...table('b.stop', ['f']), foreign_keys: [foreign('ferry', 'f')] },
      ],
      [],
    ).prepared;
    expect(source.tables[source.columns.refersTo[2]!]!.schema).toBe('b');
  });

  it('of one column tell more than those of several', () => {
    const wide = foreign('ferry', 'a', 'b');
    const tables = (foreign_keys: ForeignKey[]) => [
      table('ferry', ['a']),
      table('berth', ['a']),
      { ...table('stop', ['a', 'b']), foreign_keys },
    ];
    expect(references(tables([wide, foreign('berth', 'a')])).declared('stop', 'a')).toBe('berth');
    expect(references(tables([foreign('berth', 'a'), wide])).declared('stop', 'a')).toBe('berth');
  });
});

describe('references by names', () => {
  const found = references([
    table('sailing', ['ferry_id', 'berth_no', 'crew', 'sailing_id', 'main_ferry_id']),
    table('ferries', ['id']),
    table('berth', ['id', 'crew_key']),
  ]);

  it('are columns called after a table and a key', () => {
    expect(found.implied('sailing', 'ferry_id')).toBe('ferries');
    expect(found.implied('sailing', 'berth_no')).toBe('berth');
    expect(found.implied('sailing', 'main_ferry_id')).toBe('ferries');
    expect(found.neighbours('berth')).toEqual([[], ['sailing']]);
  });

  it('are none to oneself, to no table, or without a key word', () => {
    expect(found.implied('sailing', 'sailing_id')).toBeUndefined();
    expect(found.implied('berth', 'crew_key')).toBeUndefined();
    expect(found.implied('sailing', 'crew')).toBeUndefined();
  });

  it('are none where two tables have the name', () => {
    const twice = references([table('a.ferry', ['id']), table('b.ferry', ['id']), table('stop', ['ferry_id'])]);
    expect(twice.implied('stop', 'ferry_id')).toBeUndefined();
  });
});
