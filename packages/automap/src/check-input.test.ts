import { describe, expect, it } from 'vitest';
import { table } from '../test/table.ts';
import { mapCatalogs } from './map-catalogs.ts';
import type { MapOptions } from './options.ts';
import { mapCatalogsInWorker } from './worker/index.ts';

const catalog = { tables: [table('berth', ['berth_no'])] };
const berth = { name: 'berth' };

describe('options that have not their form', () => {
  it.each([
    [{ strictness: 'x' }, 'options.strictness must be a number from 0 to 1, not string.'],
    [{ strictness: Number.NaN }, 'options.strictness must be a number from 0 to 1, not NaN.'],
    [{ strictness: 2 }, 'options.strictness must be a number from 0 to 1, not 2.'],
    [{ exactNames: 'yes' }, 'options.exactNames must be true or false, not string.'],
    [{ tablePrefix: null }, 'options.tablePrefix must be a text, not null.'],
    [{ sourceTables: 'berth' }, 'options.sourceTables must be a list, not string.'],
    [{ targetTables: [5] }, 'options.targetTables[0] must be a text, not 5.'],
    [{ fixed: [{}] }, 'options.fixed[0].source must be an object, not undefined.'],
    [{ fixed: [{ source: 'berth', target: 'berth' }] }, 'options.fixed[0].source must be an object, not string.'],
    [{ refused: [{ source: berth, target: {} }] }, 'options.refused[0].target.name must be a text, not undefined.'],
    [
      { fixed: [{ source: berth, target: berth, columns: null }] },
      'options.fixed[0].columns must be a list, not null.',
    ],
    [
      { fixed: [{ source: berth, target: berth, columns: [{ source: 'berth_no' }] }] },
      'options.fixed[0].columns[0].target must be a text, not undefined.',
    ],
    [{ synonyms: [['a', 'b']] }, 'options.synonyms[0] must be an object, not a list.'],
    [{ synonyms: [{ words: ['a'] }] }, "options.synonyms[0].strength must be 'close' or 'loose', not undefined."],
  ])('are named: %j', async (options, message) => {
    const wrong = options as unknown as MapOptions;
    expect(() => mapCatalogs(catalog, catalog, wrong)).toThrow(new TypeError(message));
    await expect(mapCatalogsInWorker(catalog, catalog, wrong)).rejects.toThrow(new TypeError(message));
  });
});

describe('catalogs that have not their form', () => {
  it.each([
    [null, 'target must be an object, not null.'],
    [[catalog.tables[0]], 'target must be an object, not a list.'],
    [{ tables: [null] }, 'target.tables[0] must be an object, not null.'],
    [{ tables: [{ columns: [] }] }, 'target.tables[0].name must be a text, not undefined.'],
    [{ tables: [{ name: 'a' }] }, 'target.tables[0].columns must be a list, not undefined.'],
    [{ tables: [{ name: 'a', columns: ['b'] }] }, 'target.tables[0].columns[0].name must be a text, not undefined.'],
  ])('are named: %j', (target, message) => {
    expect(() => mapCatalogs(catalog, target as unknown as typeof catalog)).toThrow(new TypeError(message));
  });
});
