/** Sorts declared types into a few classes and says how well two classes go together. */

import type { Column } from './catalog.ts';

export type TypeClass = 'boolean' | 'integer' | 'decimal' | 'temporal' | 'text' | 'binary' | 'unknown';

/** The first pattern that fits decides: `varchar binary` is text, `datetime` no integer, `interval` neither. */
const patterns: readonly (readonly [TypeClass, RegExp])[] = [
  ['text', /char|text|clob|string|enum|^set$|json|xml|uuid|uniqueidentifier/],
  ['temporal', /date|time|interval|^year/],
  ['boolean', /bool|^bit$/],
  ['binary', /blob|binary|bytea|^raw|^image|^bit /],
  ['decimal', /decimal|^dec$|numeric|^number|float|double|real|money/],
  ['integer', /^(tiny|small|medium|big)?int|serial|^oid$/],
];

/** The class of a column's type; `unknown` where the type is absent, an array or a name of the database's own. */
export function typeClass(column: Column): TypeClass {
  const type = (column.base_type ?? column.type ?? '').slice(0, 64).toLowerCase().replace(/\(.*/, '').trim();
  if (type.endsWith(']')) return 'unknown';
  return patterns.find(([, pattern]) => pattern.test(type))?.[0] ?? 'unknown';
}

/** How well two different classes go together; pairs that are not listed rank last, and none is excluded. */
const affinities: readonly (readonly [TypeClass, TypeClass, number])[] = [
  ['boolean', 'integer', 0.9],
  ['integer', 'decimal', 0.8],
  ['temporal', 'text', 0.5],
  ['integer', 'temporal', 0.5],
  ['boolean', 'text', 0.3],
];
const classes: readonly TypeClass[] = ['boolean', 'integer', 'decimal', 'temporal', 'text', 'binary', 'unknown'];

/** Every pair of classes, the best-fitting first. */
export const classPairs: readonly (readonly [TypeClass, TypeClass])[] = classes
  .flatMap((a) => classes.map((b) => [a, b] as const))
  .sort((p, q) => affinity(...q) - affinity(...p));

function affinity(a: TypeClass, b: TypeClass): number {
  if (a === b) return 1;
  return affinities.find(([x, y]) => (x === a && y === b) || (x === b && y === a))?.[2] ?? 0.2;
}
