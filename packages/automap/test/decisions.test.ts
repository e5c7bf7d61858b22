import { type CatalogMapping, type GivenPair, mapCatalogs, type Table } from '@roma-fdi/automap';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tries } from '../../../test/properties.ts';
import { identity, properTables } from './any-tables.ts';

const numRuns = tries(40);
const place = fc.nat(100);

/** Tables of both sides, and decisions about some of them that name pairs of their columns, or none. */
const decided = fc
  .tuple(
    properTables,
    properTables,
    fc.array(fc.tuple(place, place, fc.array(fc.tuple(place, place), { maxLength: 3 }))),
  )
  .map(([source, target, places]) => {
    const at = <V>(list: readonly V[], index: number): V | undefined => list[index % Math.max(1, list.length)];
    const decisions = places.flatMap(([s, t, columns]): GivenPair[] => {
      const [from, to] = [at(source, s), at(target, t)];
      if (!from || !to) return [];
      const pairs = columns.flatMap(([a, b]) => {
        const [own, other] = [at(from.columns, a), at(to.columns, b)];
        return own && other ? [{ source: own.name, target: other.name }] : [];
      });
      return [{ source: from, target: to, ...(pairs.length > 0 ? { columns: pairs } : {}) }];
    });
    return { source, target, decisions };
  });

const map = (source: readonly Table[], target: readonly Table[], options: object) =>
  mapCatalogs({ tables: source }, { tables: target }, options);
const tablesKey = (source: object, target: object) => `${identity(source as Table)} ${identity(target as Table)}`;
const columnKeys = (pair: GivenPair) =>
  (pair.columns ?? []).map(({ source, target }) =>
    JSON.stringify([tablesKey(pair.source, pair.target), source, target]),
  );
const foundTables = ({ pairs }: CatalogMapping) => pairs.map(({ source, target }) => tablesKey(source, target));
const foundColumns = ({ pairs }: CatalogMapping) => pairs.flatMap(columnKeys);
const isShort = ({ name }: { readonly name: string }) => name.length <= 256;

describe('for any decisions', () => {
  it('a fixed table pair stays, and its columns stand in one pair: the first that names them', () => {
    fc.assert(
      fc.property(decided, ({ source, target, decisions }) => {
        const mapping = map(source, target, { fixed: decisions });
        const usable = decisions.filter((pair) => isShort(pair.source) && isShort(pair.target));
        expect(foundTables(mapping)).toEqual(
          expect.arrayContaining(usable.map((pair) => tablesKey(pair.source, pair.target))),
        );
        const used = new Set<string>();
        const first = usable.flatMap((pair) =>
          (pair.columns ?? []).flatMap((columns) => {
            const keys = [
              `s ${identity(pair.source as Table)} ${columns.source}`,
              `t ${identity(pair.target as Table)} ${columns.target}`,
            ];
            if (columns.source.length > 256 || columns.target.length > 256 || keys.some((key) => used.has(key)))
              return [];
            for (const key of keys) used.add(key);
            return columnKeys({ ...pair, columns: [columns] });
          }),
        );
        expect(foundColumns(mapping)).toEqual(expect.arrayContaining(first));
        const columns = mapping.pairs.flatMap((pair) =>
          pair.columns.map(({ source: own }) => JSON.stringify([identity(pair.source), own])),
        );
        expect(new Set(columns).size).toBe(columns.length);
      }),
      { numRuns },
    );
  });

  it('a refused pair is never proposed', () => {
    fc.assert(
      fc.property(decided, ({ source, target, decisions }) => {
        const mapping = map(source, target, { refused: decisions });
        const tables = new Set(foundTables(mapping));
        const columns = new Set(foundColumns(mapping));
        for (const pair of decisions) {
          if (!pair.columns) expect(tables.has(tablesKey(pair.source, pair.target))).toBe(false);
          for (const key of columnKeys(pair)) expect(columns.has(key)).toBe(false);
        }
      }),
      { numRuns },
    );
  });

  it('a refused column pair frees its columns: others take them, or they are said to be refused', () => {
    fc.assert(
      fc.property(properTables, place, (tables, at) => {
        const own = tables.filter((table) => isShort(table) && table.columns.some(isShort));
        fc.pre(own.length > 0);
        const table = own[at % own.length]!;
        const { name } = table.columns.find(isShort)!;
        const refused = [{ source: table, target: table, columns: [{ source: name, target: name }] }];
        const copy = structuredClone(tables);
        // Not refused, the column goes to its own copy.
        expect(foundColumns(map(tables, copy, {}))).toEqual(expect.arrayContaining(refused.flatMap(columnKeys)));
        const { pairs } = map(tables, copy, { refused });
        const pair = pairs.find(({ source, target }) => source === table && identity(target) === identity(table))!;
        const left = [...pair.unmappedSourceColumns, ...pair.unmappedTargetColumns].filter(
          (column) => column.name === name,
        );
        const taken = pair.columns.filter((column) => column.source === name || column.target === name);
        expect(left.length + taken.length).toBe(2);
        for (const { reason } of left) expect(['refused', 'mapped-elsewhere']).toContain(reason);
      }),
      { numRuns },
    );
  });

  it('all pairs that were found, fixed, are found again', () => {
    fc.assert(
      fc.property(properTables, properTables, (source, target) => {
        const mapping = map(source, target, {});
        const again = map(source, target, { fixed: mapping.pairs });
        expect(foundTables(again)).toEqual(expect.arrayContaining(foundTables(mapping)));
        expect(foundColumns(again)).toEqual(expect.arrayContaining(foundColumns(mapping)));
      }),
      { numRuns },
    );
  });
});
