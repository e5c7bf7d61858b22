import { type MapOptions, mapCatalogs, type Table } from '@roma-fdi/automap';
import { describe, expect, it } from 'vitest';
import { table } from './table.ts';

const map = (source: readonly Table[], target: readonly Table[], options: MapOptions = {}) =>
  mapCatalogs({ tables: source }, { tables: target }, options);
/** `ferry=vessel`, then its columns alike. */
const brief = (...input: Parameters<typeof map>) =>
  map(...input).pairs.flatMap(({ source, target, columns }) => [
    `${source.name}=${target.name}`,
    ...columns.map((pair) => `${pair.source}=${pair.target}`),
  ]);
const given = (source: string, target: string, ...columns: (readonly [string, string])[]) => ({
  source: { name: source },
  target: { name: target },
  ...(columns.length > 0 ? { columns: columns.map(([s, t]) => ({ source: s, target: t })) } : {}),
});

const ferry = table('ferry', ['id', 'psngr_qty', 'fuel']);
const vessel = table('ferry', ['id', 'passenger_quantity', 'Fuel']);

describe('exactNames', () => {
  it('pairs what is equal character for character, and nothing else', () => {
    expect(brief([ferry], [vessel])).toEqual(['ferry=ferry', 'id=id', 'psngr_qty=passenger_quantity', 'fuel=Fuel']);
    expect(brief([ferry], [vessel], { exactNames: true })).toEqual(['ferry=ferry', 'id=id']);
    expect(brief([ferry], [{ ...vessel, name: 'Ferry' }], { exactNames: true })).toEqual([]);
  });

  it('keeps pairs that were given', () => {
    const fixed = [given('ferry', 'ferry', ['psngr_qty', 'passenger_quantity'])];
    expect(brief([ferry], [vessel], { exactNames: true, fixed })).toEqual([
      'ferry=ferry',
      'id=id',
      'psngr_qty=passenger_quantity',
    ]);
  });
});

describe('strictness', () => {
  const source = [ferry, table('berth_state', ['state', 'changed'])];
  const target = [vessel, table('mooring_status', ['status', 'updated'])];

  it('leaves out table pairs and column pairs below it, and those alone', () => {
    const all = map(source, target).pairs;
    const chances = all.flatMap(({ confidence, columns }) => [confidence, ...columns.map((pair) => pair.confidence)]);
    for (const strictness of [0, 0.5, 0.8, 0.95, 1]) {
      const { pairs } = map(source, target, { strictness });
      const left = pairs.flatMap(({ confidence, columns }) => [confidence, ...columns.map((pair) => pair.confidence)]);
      expect(left.filter((chance) => chance < strictness)).toEqual([]);
      const expected = all
        .filter(({ confidence }) => confidence >= strictness)
        .map(({ columns }) => columns.filter((pair) => pair.confidence >= strictness).length);
      expect(pairs.map(({ columns }) => columns.length)).toEqual(expected);
    }
    expect(Math.min(...chances)).toBeLessThan(0.95);
  });

  it('says of what it left out that it is too doubtful', () => {
    const { unmapped } = map(source, target, { strictness: 1 });
    expect(unmapped.source).toMatchObject([{ reason: 'too-doubtful', nearest: { table: target[1] } }]);
  });

  it('keeps pairs that were given', () => {
    const fixed = [given('berth_state', 'mooring_status', ['changed', 'updated'])];
    expect(brief(source, target, { strictness: 1, fixed })).toContain('changed=updated');
  });
});

describe('the naming rule', () => {
  it('is what a source table is called on the target', () => {
    const ods = { ...ferry, name: 'ods_ferry_d' };
    const rule = { tablePrefix: 'ods_', tableSuffix: '_d' };
    expect(map([ferry], [ods], rule).pairs).toMatchObject([{ reason: 'same-name', confidence: 1, percent: 100 }]);
    expect(brief([ferry], [ods], { ...rule, exactNames: true })).toHaveLength(4);
    expect(brief([ferry], [ods], { exactNames: true })).toEqual([]);
    expect(brief([ferry], [ferry], { ...rule, exactNames: true })).toEqual([]);
  });
});

describe('ranges', () => {
  const tables = [table('a.ferry', ['id']), table('b.ferry', ['id']), table('b.berth', ['no'])];

  it('leave everything else out, on both sides', () => {
    const { pairs, unmapped } = map(tables, tables, { sourceTables: ['b.*'], targetTables: ['a.ferry', 'b.berth'] });
    expect(pairs.map(({ source, target }) => [source, target])).toEqual([
      [tables[2], tables[2]],
      [tables[1], tables[0]],
    ]);
    expect(unmapped.source).toEqual([{ table: tables[0], reason: 'out-of-range' }]);
    expect(unmapped.target).toEqual([{ table: tables[1], reason: 'out-of-range' }]);
  });

  it('of nothing map nothing', () => {
    expect(map(tables, tables, { sourceTables: [] }).pairs).toEqual([]);
  });
});

describe('fixed pairs', () => {
  const source = [table('ferry', ['deck_zone', 'fuel']), table('cabin', ['cabin_no', 'wall_zone'])];
  const target = [table('ferry', ['deck_sector', 'fuel']), table('cabin', ['cabin_no', 'wall_sector'])];
  const zone = given('ferry', 'ferry', ['deck_zone', 'deck_sector']);

  it('stay with their columns, are certain, and say that they were given', () => {
    const [pair] = map([table('ferry', ['a', 'b'])], [table('weather', ['c', 'd'])], {
      fixed: [given('ferry', 'weather', ['a', 'd'])],
    }).pairs;
    expect(pair).toMatchObject({ reason: 'given', confidence: 1, percent: 50 });
    expect(pair!.columns).toMatchObject([{ source: 'a', target: 'd', reason: 'given', confidence: 1 }]);
  });

  it('take their tables and columns from every other pair', () => {
    const fixed = [given('ferry', 'cabin', ['fuel', 'cabin_no'])];
    const { pairs } = map(source, target, { fixed });
    expect(pairs.flatMap(({ columns }) => columns.filter((pair) => pair.target === 'cabin_no'))).toHaveLength(1);
    expect(pairs.find(({ reason }) => reason === 'given')!.columns).toContainEqual(
      expect.objectContaining({ source: 'fuel', target: 'cabin_no' }),
    );
  });

  it('teach which words mean the same elsewhere', () => {
    const wallOf = (fixed: MapOptions['fixed']) =>
      map(source, target, { ...(fixed && { fixed }), synonyms: [] })
        .pairs.flatMap(({ columns }) => columns)
        .find((pair) => pair.source === 'wall_zone')!;
    const taught = wallOf([zone]);
    expect(taught).toMatchObject({
      target: 'wall_sector',
      reason: 'synonym',
      words: expect.arrayContaining([{ source: 'zone', target: 'sector', relation: 'learned' }]),
    });
    const untaught = wallOf(undefined);
    expect(untaught.words.some(({ relation }) => relation === 'learned')).toBe(false);
    expect(untaught.confidence).toBeLessThan(taught.confidence);
  });

  it('may name one pair of tables several times', () => {
    const fixed = [given('ferry', 'ferry', ['deck_zone', 'fuel']), given('ferry', 'ferry', ['fuel', 'deck_sector'])];
    expect(brief(source, target, { fixed })).toEqual(expect.arrayContaining(['deck_zone=fuel', 'fuel=deck_sector']));
  });

  it('win over the same pair refused', () => {
    expect(brief(source, target, { fixed: [zone], refused: [zone, given('ferry', 'ferry')] })).toContain(
      'deck_zone=deck_sector',
    );
  });
});

describe('refused pairs', () => {
  const columns = ['tonnage', 'draught', 'decks'];

  it('of tables are never proposed, and the tables go to the next best', () => {
    const source = [table('ferry', columns)];
    const target = [table('ferry', columns), table('ferry_fleet', columns)];
    expect(brief(source, target)[0]).toBe('ferry=ferry');
    expect(brief(source, target, { refused: [given('ferry', 'ferry')] })[0]).toBe('ferry=ferry_fleet');
  });

  it('of columns are never proposed, and both columns go to the next best', () => {
    const source = [table('ferry', ['fuel', 'fuels', 'draught'])];
    const target = [table('ferry', ['fuel', 'fuel_kind', 'draught'])];
    expect(brief(source, target)).toEqual(expect.arrayContaining(['fuel=fuel', 'fuels=fuel_kind']));
    expect(brief(source, target, { refused: [given('ferry', 'ferry', ['fuel', 'fuel'])] })).toEqual(
      expect.arrayContaining(['fuel=fuel_kind', 'fuels=fuel', 'draught=draught']),
    );
  });
});

describe('decisions that the catalogs no longer have', () => {
  it('change nothing', () => {
    const stale = [given('raft', 'ferry'), given('ferry', 'raft', ['id', 'id']), given('ferry', 'ferry', ['x', 'y'])];
    expect(map([ferry], [vessel], { refused: stale })).toEqual(map([ferry], [vessel]));
    expect(brief([ferry], [vessel], { fixed: stale })).toEqual(brief([ferry], [vessel]));
  });
});

describe('synonyms', () => {
  const source = [table('client', ['fuel', 'draught'])];
  const target = [table('customer', ['fuel', 'draught'])];
  const reasonOf = (from: readonly Table[], to: readonly Table[], options: MapOptions) =>
    map(from, to, options).pairs.map(({ reason }) => reason);

  it('are none, or others, where the caller says so', () => {
    expect(reasonOf(source, target, {})).toEqual(['synonym']);
    expect(reasonOf(source, target, { synonyms: [] })).toEqual(['shared-columns']);
    const boats = [{ words: ['ferry', 'vessel'], strength: 'close' }] as const;
    const renamed = target.map((own) => ({ ...own, name: 'vessel' }));
    expect(reasonOf([{ ...source[0]!, name: 'ferry' }], renamed, { synonyms: boats })).toEqual(['synonym']);
    expect(reasonOf(source, target, { synonyms: boats })).toEqual(['shared-columns']);
  });
});

describe('onProgress', () => {
  it('hears the share of the work from 0 to 1, never less than before', () => {
    const heard: number[] = [];
    map([ferry], [vessel], { onProgress: (done) => heard.push(done) });
    expect([heard[0], heard.at(-1)]).toEqual([0, 1]);
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
  });

  it('ends the work with what it throws', () => {
    const stop = () => {
      throw new Error('enough');
    };
    expect(() => map([ferry], [vessel], { onProgress: stop })).toThrow('enough');
  });
});
