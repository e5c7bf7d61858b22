/** Says in words what is wrong with what a caller passed, where the types did not hold it back. */

import type { Table } from './catalog.ts';
import type { MapOptions } from './options.ts';

type Loose = Readonly<Record<string, unknown>>;

/**
 * Holds catalogs and options to their forms, as far as the matcher would otherwise fail or pass over them without a word.
 *
 * @throws TypeError that begins with the place, such as `options.fixed[0].source`
 */
export function checkInput(
  source: { readonly tables: readonly Table[] },
  target: { readonly tables: readonly Table[] },
  options: MapOptions,
): void {
  checkCatalog('source', source);
  checkCatalog('target', target);
  checkOptions(options as Loose);
}

function checkCatalog(place: string, catalog: unknown): void {
  const tables = listAt(`${place}.tables`, objectAt(place, catalog)['tables']);
  // Whoever waits is not kept: places are written only for what has not its form.
  const at = tables.findIndex((table) => !isTable(table));
  if (at >= 0) tellTable(`${place}.tables[${at}]`, tables[at]);
}

function isTable(value: unknown): boolean {
  const table = value as Partial<Table> | null | undefined;
  if (typeof table?.name !== 'string' || !Array.isArray(table.columns)) return false;
  for (const column of table.columns) if (typeof column?.name !== 'string') return false;
  return true;
}

function tellTable(place: string, value: unknown): never {
  const { name, columns } = objectAt(place, value);
  if (typeof name !== 'string') fail(`${place}.name`, 'a text', name);
  for (const [at, column] of listAt(`${place}.columns`, columns).entries()) {
    const own = (column as Loose | null | undefined)?.['name'];
    if (typeof own !== 'string') fail(`${place}.columns[${at}].name`, 'a text', own);
  }
  return fail(place, 'a table', value);
}

function checkOptions(options: Loose): void {
  const { strictness, exactNames } = options;
  if (strictness !== undefined && !(typeof strictness === 'number' && strictness >= 0 && strictness <= 1))
    fail('options.strictness', 'a number from 0 to 1', strictness);
  if (exactNames !== undefined && typeof exactNames !== 'boolean')
    fail('options.exactNames', 'true or false', exactNames);
  for (const key of ['tablePrefix', 'tableSuffix']) {
    if (options[key] !== undefined && typeof options[key] !== 'string') fail(`options.${key}`, 'a text', options[key]);
  }
  for (const key of ['sourceTables', 'targetTables']) {
    if (options[key] !== undefined) textsAt(`options.${key}`, options[key]);
  }
  for (const key of ['fixed', 'refused']) {
    if (options[key] === undefined) continue;
    for (const [at, pair] of listAt(`options.${key}`, options[key]).entries()) givenAt(`options.${key}[${at}]`, pair);
  }
  if (options['synonyms'] === undefined) return;
  for (const [at, group] of listAt('options.synonyms', options['synonyms']).entries()) {
    const { words, strength } = objectAt(`options.synonyms[${at}]`, group);
    textsAt(`options.synonyms[${at}].words`, words);
    if (strength !== 'close' && strength !== 'loose')
      fail(`options.synonyms[${at}].strength`, "'close' or 'loose'", strength);
  }
}

function givenAt(place: string, value: unknown): void {
  const pair = objectAt(place, value);
  for (const side of ['source', 'target']) {
    const { name, schema } = objectAt(`${place}.${side}`, pair[side]);
    if (typeof name !== 'string') fail(`${place}.${side}.name`, 'a text', name);
    if (schema !== undefined && schema !== null && typeof schema !== 'string')
      fail(`${place}.${side}.schema`, 'a text', schema);
  }
  if (pair['columns'] === undefined) return;
  for (const [at, columns] of listAt(`${place}.columns`, pair['columns']).entries()) {
    const names = objectAt(`${place}.columns[${at}]`, columns);
    for (const side of ['source', 'target']) {
      if (typeof names[side] !== 'string') fail(`${place}.columns[${at}].${side}`, 'a text', names[side]);
    }
  }
}

function objectAt(place: string, value: unknown): Loose {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(place, 'an object', value);
  return value as Loose;
}

function listAt(place: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) fail(place, 'a list', value);
  return value as readonly unknown[];
}

function textsAt(place: string, value: unknown): void {
  for (const [at, text] of listAt(place, value).entries()) {
    if (typeof text !== 'string') fail(`${place}[${at}]`, 'a text', text);
  }
}

/** Tells the kind of what came instead; of numbers the value. */
function fail(place: string, wanted: string, value: unknown): never {
  const kind = value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value;
  const shown = typeof value === 'number' ? String(value) : kind === 'object' ? 'an object' : kind;
  throw new TypeError(`${place} must be ${wanted}, not ${shown}.`);
}
