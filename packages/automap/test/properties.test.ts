import { type CatalogMapping, mapCatalogs, type Table } from '@roma-fdi/automap';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Any code units, lone surrogates and NUL included. */
const wild = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
  .map((units) => String.fromCharCode(...units));
/** Spellings of few words, so that names meet in every form. */
const word = fc.constantFrom('film', 'Film', 'FILM', 'id', 'Id', 'actor', 'name', 'é', 't', 'x');
const spelled = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '_', ' '))
  .map(([words, gap]) => words.join(gap));
const special = fc.constantFrom('__proto__', 'constructor', '', '#', 'x'.repeat(256), 'x'.repeat(257));
const name = fc.oneof({ weight: 6, arbitrary: spelled }, { weight: 2, arbitrary: wild }, special);

const column = fc.record(
  { name, base_type: fc.constantFrom('int', 'text', 'date', 'mood') },
  { requiredKeys: ['name'] },
);
const table = (columns: fc.Arbitrary<{ name: string }[]>): fc.Arbitrary<Table> =>
  fc.record({ schema: fc.constantFrom('a', 'A', 'b'), name, columns }, { requiredKeys: ['name', 'columns'] });
const anyTables = fc.array(table(fc.array(column, { maxLength: 6 })), { maxLength: 8 });
const identity = ({ schema, name }: Table) => JSON.stringify([schema ?? '', name]);
/** As a database has them: no table and no column of a table twice. */
const properTables = fc.uniqueArray(table(fc.uniqueArray(column, { maxLength: 6, selector: (c) => c.name })), {
  maxLength: 8,
  selector: identity,
});

const map = (source: readonly Table[], target: readonly Table[]) => mapCatalogs({ tables: source }, { tables: target });
const distinct = (values: readonly unknown[]) => new Set(values).size === values.length;

describe('for any two catalogs', () => {
  it('every table stands once, as the object that was passed in, in a pair or among the unmapped', () => {
    fc.assert(
      fc.property(anyTables, anyTables, (source, target) => {
        const { pairs, unmapped } = map(source, target);
        const ofSource = [...pairs.map((pair) => pair.source), ...unmapped.source.map((entry) => entry.table)];
        const ofTarget = [...pairs.map((pair) => pair.target), ...unmapped.target.map((entry) => entry.table)];
        expect(distinct(ofSource) && distinct(ofTarget)).toBe(true);
        expect(new Set(ofSource)).toEqual(new Set(source));
        expect(new Set(ofTarget)).toEqual(new Set(target));
      }),
    );
  });

  it('columns are one to one, and every column of a paired table stands once, character for character', () => {
    fc.assert(
      fc.property(anyTables, anyTables, (source, target) => {
        for (const pair of map(source, target).pairs) {
          expect(distinct(pair.columns.map((columns) => columns.source))).toBe(true);
          expect(distinct(pair.columns.map((columns) => columns.target))).toBe(true);
          const sorted = (names: string[]) => names.toSorted();
          const told = (side: 'source' | 'target', rest: readonly { name: string }[]) =>
            sorted([...pair.columns.map((columns) => columns[side]), ...rest.map((entry) => entry.name)]);
          expect(told('source', pair.unmappedSourceColumns)).toEqual(sorted(pair.source.columns.map((c) => c.name)));
          expect(told('target', pair.unmappedTargetColumns)).toEqual(sorted(pair.target.columns.map((c) => c.name)));
        }
      }),
    );
  });

  it('the percentage is coverage times confidence, and 100 only where all is certain', () => {
    fc.assert(
      fc.property(anyTables, anyTables, (source, target) => {
        for (const { percent, columns, source: from } of map(source, target).pairs) {
          const confidences = columns.map(({ confidence }) => confidence);
          expect(confidences.every((value) => value >= 0 && value <= 1)).toBe(true);
          const sum = confidences.reduce((a, b) => a + Math.round(100 * b), 0);
          expect(percent).toBe(from.columns.length === 0 ? 0 : Math.floor(sum / from.columns.length));
          const certain = columns.length === from.columns.length && confidences.every((value) => value === 1);
          expect(percent === 100).toBe(certain && columns.length > 0);
        }
      }),
    );
  });

  it('a column of the same name on the other side is taken by nothing else', () => {
    fc.assert(
      fc.property(properTables, properTables, (source, target) => {
        for (const { columns, source: from, target: to } of map(source, target).pairs) {
          const theirs = new Set(to.columns.map((c) => c.name));
          const equal = from.columns.map((c) => c.name).filter((own) => theirs.has(own) && own.length <= 256);
          const mapped = new Map(columns.map((pair) => [pair.source, pair.target]));
          expect(equal.map((own) => mapped.get(own))).toEqual(equal);
        }
      }),
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
    );
  });

  it('the order of tables changes nothing, and that of columns nothing but the order of the answer', () => {
    const shuffled = (tables: Table[]) =>
      fc
        .tuple(
          fc.shuffledSubarray(tables, { minLength: tables.length }),
          fc.infiniteStream(fc.nat()).map((stream) => (columns: Table['columns']) => {
            const keys = columns.map(() => stream.next().value);
            return columns
              .map((_, i) => i)
              .sort((a, b) => keys[a]! - keys[b]!)
              .map((i) => columns[i]!);
          }),
        )
        .map(([mixed, mix]) => mixed.map((table) => ({ ...table, columns: mix(table.columns) })));
    const withShuffle = properTables.chain((tables) => fc.tuple(fc.constant(tables), shuffled(tables)));
    fc.assert(
      fc.property(withShuffle, withShuffle, ([source, mixedSource], [target, mixedTarget]) => {
        expect(plain(map(mixedSource, mixedTarget))).toEqual(plain(map(source, target)));
      }),
    );
  });

  it('the same input gives the same answer', () => {
    fc.assert(
      fc.property(anyTables, anyTables, (source, target) => {
        expect(map(source, target)).toEqual(map(structuredClone(source), structuredClone(target)));
      }),
    );
  });
});

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
