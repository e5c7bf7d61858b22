import { describe, expect, it } from 'vitest';
import { table } from '../../test/table.ts';
import type { Column, Table } from '../catalog.ts';
import { mapCatalogs } from '../map-catalogs.ts';
import type { MapOptions } from '../options.ts';

const map = (source: readonly Table[], target: readonly Table[], options: MapOptions = {}) =>
  mapCatalogs({ tables: source }, { tables: target }, options).pairs;
const others = ['draught', 'gangway', 'harbour'];

/** `reason (nearest)` of a source column of two tables of one name. */
function left(name: string, source: readonly string[], target: readonly string[], options: MapOptions = {}) {
  const [pair] = map([table('ferry', [...others, ...source])], [table('ferry', [...others, ...target])], options);
  const entry = pair!.unmappedSourceColumns.find((column) => column.name === name);
  return entry && `${entry.reason}${entry.nearest ? ` (${entry.nearest.name})` : ''}`;
}

describe('why a column stayed unmapped', () => {
  it('is that nothing resembles it', () => {
    expect(left('keel', ['keel'], ['purser'])).toBe('no-counterpart');
  });

  it('is that the nearest has too little in common with it', () => {
    expect(left('hull_paint', ['hull_paint'], ['hull_number_of_survey'])).toBe(
      'too-little-in-common (hull_number_of_survey)',
    );
  });

  it('is that the nearest went to a closer match', () => {
    expect(left('fuels', ['fuel', 'fuels'], ['fuel'])).toBe('counterpart-taken (fuel)');
  });

  it('is that its pair was refused', () => {
    const ferry = { name: 'ferry' };
    const refused = [{ source: ferry, target: ferry, columns: [{ source: 'fuel', target: 'fuel' }] }];
    expect(left('fuel', ['fuel'], ['fuel'])).toBeUndefined();
    expect(left('fuel', ['fuel'], ['fuel'], { refused })).toMatch(/^refused/);
  });

  it('is that its chance is too small, where a pair of it was found', () => {
    expect(left('fuels', ['fuels'], ['fuel'])).toBeUndefined();
    expect(left('fuels', ['fuels'], ['fuel'], { strictness: 0.999 })).toBe('too-doubtful (fuel)');
  });

  it('is that the column of its name holds something else, which it is told beside', () => {
    const flag = (name: string): Column => ({ name, base_type: 'char', length: '1' });
    const [pair] = map(
      [table('ferry', ['steel boolean', 'active boolean', 'spare integer', ...others])],
      [{ name: 'ferry', columns: [flag('steel'), flag('active'), flag('spare'), ...table('', others).columns] }],
    );
    const expected = { name: 'spare', reason: 'other-content', nearest: { name: 'spare', score: 1 } };
    expect(pair!.unmappedSourceColumns).toEqual([expected]);
    expect(pair!.unmappedTargetColumns).toEqual([expected]);
  });
});

describe('a table of which several of the other side have the name', () => {
  const chanceOf = (...schemas: string[]) =>
    map(
      [table('ferry', others)],
      schemas.map((schema) => table(`${schema}.ferry`, others)),
    )[0]!.confidence;

  it('goes to none of them for certain, where nothing tells them apart', () => {
    expect([chanceOf('north'), chanceOf('north', 'south'), chanceOf('a', 'b', 'c')]).toEqual([1, 0.5, 0.333]);
  });

  it('goes to that of a default schema', () => {
    expect(chanceOf('archive', 'public')).toBe(1);
  });

  it('goes to none for certain where names fold to one', () => {
    const [pair] = map([table('FERRY', others)], [table('ferry', others), table('Ferry', others)]);
    expect(pair!.confidence).toBeLessThanOrEqual(0.5);
  });
});

describe('the percentage', () => {
  it('is 100 only where all columns are certain, however likely the others are', () => {
    const ferry = { name: 'ferry' };
    const fixed = [{ source: ferry, target: ferry, columns: others.map((name) => ({ source: name, target: name })) }];
    const percent = (name: string, options: MapOptions) =>
      map([table('ferry', [...others, 'psngr_name'])], [table('ferry', [...others, name])], options)[0]!;
    const likely = percent('passenger_name', { fixed });
    expect(likely.columns.at(-1)!.confidence).toBeGreaterThanOrEqual(0.995);
    expect(likely.percent).toBe(99);
    expect(percent('psngr_name', { fixed }).percent).toBe(100);
  });
});

describe('the reason for a pair whose names say nothing', () => {
  const key = (name: string, column: string, more: readonly string[]): Table => ({
    ...table(name, [`${column} int`, ...more]),
    primary_key: [column],
  });

  it('is the key of both tables', () => {
    const [pair] = map([key('ferry', 'imo', others)], [key('ferry', 'hull', others)]);
    expect(pair!.columns[0]).toMatchObject({ source: 'imo', target: 'hull', reason: 'same-key', words: [] });
  });

  it('is the table that both refer to', () => {
    const refers = (column: string, other: string): Table => ({
      ...table('stop', [`${column} int`, ...others]),
      foreign_keys: [{ columns: [column], ref_table: other, ref_columns: ['id'] }],
    });
    const [, pair] = map(
      [key('ferry', 'id', ['tonnage', 'decks']), refers('boat', 'ferry')],
      [key('ferry', 'id', ['tonnage', 'decks']), refers('x', 'ferry')],
    );
    expect(pair!.columns[0]).toMatchObject({ source: 'boat', target: 'x', reason: 'same-reference' });
  });
});

describe('runners-up', () => {
  it('are other pairs with one of the two columns, the nearest first, never the pair itself', () => {
    const [pair] = map([table('ferry', ['name', 'nick_name', 'old_name'])], [table('ferry', ['name', 'other_name'])]);
    for (const { source, target, score, runnersUp } of pair!.columns) {
      for (const rival of runnersUp) expect((rival.source === source) !== (rival.target === target)).toBe(true);
      const scores = runnersUp.map((rival) => rival.score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      expect(score).toBeGreaterThan(0);
    }
    expect(pair!.columns[0]!.runnersUp.length).toBeGreaterThan(0);
  });
});
