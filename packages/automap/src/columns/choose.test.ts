import { describe, expect, it } from 'vitest';
import { table } from '../../test/table.ts';
import type { Column, Table } from '../catalog.ts';
import { mapCatalogs } from '../map-catalogs.ts';

/** The column pairs of two tables of one name. */
const pairs = (source: readonly (string | Column)[], target: readonly (string | Column)[]) => {
  const tableOf = (columns: readonly (string | Column)[]): Table => ({
    name: 'sailing',
    columns: columns.map((column) => (typeof column === 'string' ? table('', [column]).columns[0]! : column)),
  });
  const [pair] = mapCatalogs({ tables: [tableOf(source)] }, { tables: [tableOf(target)] }).pairs;
  return pair!.columns.map((columns) => `${columns.source}=${columns.target}`);
};

describe('which columns of two tables are paired', () => {
  it('are those of equal names, whatever their types say', () => {
    expect(pairs(['state int', 'status text'], ['state text', 'stat int'])).toContain('state=state');
  });

  it('are those with the largest sum, not the best one by one', () => {
    // `departure` fits `departure_time` best, but then nothing is left for `departure_date`.
    expect(pairs(['departure_day date', 'departure date'], ['departure_date date', 'day date'])).toEqual([
      'departure_day=day',
      'departure=departure_date',
    ]);
  });

  it('are decided by type where names decide nothing', () => {
    expect(pairs(['start_x date', 'start_y int'], ['start_p int', 'start_q date'])).toEqual([
      'start_x=start_q',
      'start_y=start_p',
    ]);
  });

  it('are decided by their order where nothing else does', () => {
    expect(pairs(['line_x', 'line_y'], ['line_p', 'line_q'])).toEqual(['line_x=line_p', 'line_y=line_q']);
  });

  it('are none where nothing but the type is the same', () => {
    expect(pairs(['draught int'], ['passengers int'])).toEqual([]);
  });
});
