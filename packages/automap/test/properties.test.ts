import { type CatalogMapping, mapCatalogs, type Table } from '@roma-fdi/automap';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tries } from '../../../test/properties.ts';
import { anyTables, identity, properTables } from './any-tables.ts';

const map = (source: readonly Table[], target: readonly Table[]) => mapCatalogs({ tables: source }, { tables: target });
/** Each run maps once or twice, which takes some milliseconds however small the catalogs are. */
const runs = { numRuns: tries(60) };
/** What is left of a name where neither case nor joiners count. */
const folded = (name: string) => name.replace(/[^\p{L}\p{M}\p{N}]+/gu, '').toLowerCase();
const distinct = (values: readonly unknown[]) => new Set(values).size === values.length;

describe('for any two catalogs', () => {
  it('every table stands among the pairs or once among the unmapped, as the object that was passed in', () => {
    fc.assert(
      fc.property(anyTables, anyTables, (source, target) => {
        const { pairs, unmapped } = map(source, target);
        for (const [side, tables] of [
          ['source', source],
          ['target', target],
        ] as const) {
          const mapped = new Set(pairs.map((pair) => pair[side]));
          const left = unmapped[side].map((entry) => entry.table);
          expect(distinct(left)).toBe(true);
          expect(left.some((table) => mapped.has(table))).toBe(false);
          expect(new Set([...mapped, ...left])).toEqual(new Set(tables));
        }
        expect(distinct(pairs.map((pair) => `${source.indexOf(pair.source)} ${target.indexOf(pair.target)}`))).toBe(
          true,
        );
      }),
      runs,
    );
  });

  it('columns are one to one in the whole answer, and every column of a paired table stands once in each of its pairs', () => {
    fc.assert(
      fc.property(anyTables, anyTables, (source, target) => {
        const { pairs } = map(source, target);
        const used = (side: 'source' | 'target', tables: readonly Table[]) =>
          pairs.flatMap((pair) => pair.columns.map((columns) => `${tables.indexOf(pair[side])} ${columns[side]}`));
        expect(distinct(used('source', source))).toBe(true);
        expect(distinct(used('target', target))).toBe(true);
        for (const pair of pairs) {
          const sorted = (names: string[]) => names.toSorted();
          const told = (side: 'source' | 'target', rest: readonly { name: string }[]) =>
            sorted([...pair.columns.map((columns) => columns[side]), ...rest.map((entry) => entry.name)]);
          expect(told('source', pair.unmappedSourceColumns)).toEqual(sorted(pair.source.columns.map((c) => c.name)));
          expect(told('target', pair.unmappedTargetColumns)).toEqual(sorted(pair.target.columns.map((c) => c.name)));
        }
      }),
      runs,
    );
  });

  it('the percentage is coverage times confidence, and 100 only where all is certain', () => {
    fc.assert(
      fc.property(anyTables, anyTables, (source, target) => {
        for (const { percent, confidence, columns, source: from } of map(source, target).pairs) {
          const confidences = columns.map((pair) => pair.confidence);
          for (const value of [confidence, ...confidences]) {
            expect(value >= 0 && value <= 1).toBe(true);
            expect(value).toBe(Math.round(1000 * value) / 1000);
          }
          const sum = confidences.reduce((a, b) => a + Math.floor(Math.round(1000 * b) / 10), 0);
          expect(percent).toBe(from.columns.length === 0 ? 0 : Math.floor(sum / from.columns.length));
          const certain = columns.length === from.columns.length && confidences.every((value) => value === 1);
          expect(percent === 100).toBe(certain && columns.length > 0);
        }
      }),
      runs,
    );
  });

  it('a column goes past one of its name only where that went to another of its name', () => {
    fc.assert(
      fc.property(properTables, properTables, (source, target) => {
        const { pairs } = map(source, target);
        const key = (table: Table, name: string) => `${identity(table)} ${name}`;
        // Two columns of one name but for case may have gone to such two of different tables.
        const equal = pairs.flatMap((pair) =>
          pair.columns.flatMap((columns) =>
            folded(columns.source) === folded(columns.target) ? [{ pair, ...columns }] : [],
          ),
        );
        const sources = new Set(equal.map(({ pair, source: name }) => key(pair.source, name)));
        const targets = new Set(equal.map(({ pair, target: name }) => key(pair.target, name)));
        for (const { columns, source: from, target: to } of pairs) {
          const [ours, theirs] = [from, to].map((table) => new Set(table.columns.map((c) => c.name)));
          for (const pair of columns) {
            if (pair.source === pair.target) continue;
            const told = `${pair.source} went to ${pair.target}`;
            if (theirs!.has(pair.source)) expect(targets.has(key(to, pair.source)), told).toBe(true);
            if (ours!.has(pair.target)) expect(sources.has(key(from, pair.target)), told).toBe(true);
          }
        }
      }),
      runs,
    );
  });
});

describe('for catalogs as databases have them', () => {
  it('a catalog maps to a copy of itself with 100 everywhere, whatever its names', () => {
    fc.assert(
      fc.property(properTables, (tables) => {
        const copy = structuredClone(tables);
        const { pairs } = map(tables, copy);
        const mappable = tables.filter((table) => table.name.length <= 256);
        expect(pairs.map((pair) => identity(pair.source)).toSorted()).toEqual(mappable.map(identity).toSorted());
        for (const { source, target, percent, columns } of pairs) {
          expect(identity(target)).toBe(identity(source));
          expect(columns.every((pair) => pair.source === pair.target && pair.confidence === 1)).toBe(true);
          const whole = source.columns.length > 0 && source.columns.every((c) => c.name.length <= 256);
          if (whole) expect(percent).toBe(100);
        }
      }),
      runs,
    );
  });

  it('the order of tables changes nothing', () => {
    const withShuffle = properTables.chain((tables) =>
      fc.tuple(fc.constant(tables), fc.shuffledSubarray(tables, { minLength: tables.length })),
    );
    fc.assert(
      fc.property(withShuffle, withShuffle, ([source, mixedSource], [target, mixedTarget]) => {
        expect(plain(map(mixedSource, mixedTarget))).toEqual(plain(map(source, target)));
      }),
      runs,
    );
  });

  it('the order of columns changes no pair found by equal names', () => {
    const reversed = (tables: readonly Table[]) =>
      tables.map((table) => ({ ...table, columns: table.columns.toReversed() }));
    fc.assert(
      fc.property(properTables, properTables, (source, target) => {
        expect(equalNames(map(reversed(source), reversed(target)))).toEqual(equalNames(map(source, target)));
      }),
      runs,
    );
  });

  it('a table that has nothing to do with the rest changes no exact pair', () => {
    const stranger: Table = { name: 'zzyzx', columns: [{ name: 'qwfp' }, { name: 'arst', base_type: 'date' }] };
    fc.assert(
      fc.property(properTables, properTables, fc.boolean(), (source, target, onSource) => {
        const [more, other] = onSource ? [[...source, stranger], target] : [source, [...target, stranger]];
        expect(equalNames(map(more, other))).toEqual(equalNames(map(source, target)));
      }),
      runs,
    );
  });

  it('the same input gives the same answer', () => {
    fc.assert(
      fc.property(anyTables, anyTables, (source, target) => {
        expect(map(source, target)).toEqual(map(structuredClone(source), structuredClone(target)));
      }),
      runs,
    );
  });
});

/** The pairs of columns that have one name, in tables that have one name and schema. */
function equalNames({ pairs }: CatalogMapping): string[] {
  return pairs
    .filter(({ source, target }) => identity(source) === identity(target))
    .flatMap(({ source, columns }) =>
      columns
        .filter((pair) => pair.source === pair.target)
        .map((pair) => JSON.stringify([identity(source), pair.source])),
    )
    .sort();
}

/** An answer by names, without the order of columns. */
function plain({ pairs, unmapped }: CatalogMapping) {
  const sorted = (values: readonly object[]) => values.map((value) => JSON.stringify(value)).sort();
  return {
    pairs: pairs.map((pair) => ({
      tables: [identity(pair.source), identity(pair.target), pair.reason, pair.percent],
      columns: sorted(pair.columns),
      unmapped: [sorted(pair.unmappedSourceColumns), sorted(pair.unmappedTargetColumns)],
    })),
    source: unmapped.source.map(({ table, reason }) => [identity(table), reason]),
    target: unmapped.target.map(({ table, reason }) => [identity(table), reason]),
  };
}
