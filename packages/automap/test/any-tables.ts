/** Makes any catalogs, for property tests. */

import type { Table } from '@roma-fdi/automap';
import fc from 'fast-check';

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

export const anyTables = fc.array(table(fc.array(column, { maxLength: 6 })), { maxLength: 8 });

/** What a table is known by, as a text. */
export const identity = ({ schema, name }: Table): string => JSON.stringify([schema ?? '', name]);

/** As a database has them: no table and no column of a table twice. */
export const properTables = fc.uniqueArray(
  table(fc.uniqueArray(column, { maxLength: 6, selector: ({ name }) => name })),
  { maxLength: 8, selector: identity },
);

const words = [
  'order',
  'line',
  'customer',
  'number',
  'date',
  'price',
  'product',
  'address',
  'status',
  'note',
  'total',
  'id',
];
const plainName = fc
  .uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
  .map((list) => list.join('_'));

/** Names as people write them, in snake case. */
export const plainTables: fc.Arbitrary<Table[]> = fc.uniqueArray(
  fc.record({
    name: plainName,
    columns: fc.uniqueArray(fc.record({ name: plainName, base_type: fc.constantFrom('int', 'text') }), {
      minLength: 1,
      maxLength: 6,
      selector: ({ name }) => name,
    }),
  }),
  { minLength: 3, maxLength: 6, selector: ({ name }) => name },
);
