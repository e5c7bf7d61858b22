import { type CatalogMapping, mapCatalogs, type Table } from '@roma-fdi/automap';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tries } from '../../../test/properties.ts';
import { plainTables } from './any-tables.ts';

const map = (source: readonly Table[], target: readonly Table[]) => mapCatalogs({ tables: source }, { tables: target });

describe('renaming every name of a side alike changes no pair', () => {
  const renamed = (tables: readonly Table[], rename: (name: string) => string): Table[] =>
    tables.map((table) => ({
      name: rename(table.name),
      columns: table.columns.map((c) => ({ ...c, name: rename(c.name) })),
    }));
  const pairsOf = ({ pairs }: CatalogMapping, back: (name: string) => string) =>
    pairs
      .flatMap(({ source, target, columns }) => [
        `${source.name} > ${back(target.name)}`,
        ...columns.map((pair) => `${source.name}.${pair.source} > ${back(target.name)}.${back(pair.target)}`),
      ])
      .sort();
  const same = (name: string) => name;

  it.each([
    ['upper case', (name: string) => name.toUpperCase(), (name: string) => name.toLowerCase()],
    ['blanks', (name: string) => name.replaceAll('_', ' '), (name: string) => name.replaceAll(' ', '_')],
    ['a prefix', (name: string) => `zz_${name}`, (name: string) => name.slice(3)],
  ])('%s', (_, rename, back) => {
    fc.assert(
      fc.property(plainTables, plainTables, (source, target) => {
        expect(pairsOf(map(source, renamed(target, rename)), back)).toEqual(pairsOf(map(source, target), same));
      }),
      { numRuns: tries(50) },
    );
  });
});
