/** Sorts declared types into a few classes and says how well two classes go together. A type never forbids a pair. */

import type { Column } from '../catalog.ts';

export const typeClasses = ['boolean', 'integer', 'decimal', 'temporal', 'text', 'binary', 'unknown'] as const;
export type TypeClass = (typeof typeClasses)[number];

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

/** Whether a type holds numbers so small that they may be flags or codes: `tinyint`, `int2`, `number(1)`. */
export function isSmallNumber({ type, base_type, length }: Column): boolean {
  return /^(tiny|small)|^int[12]\b/i.test(base_type ?? type ?? '') || /^[1-4](,|$)/.test(length ?? '');
}

/** How well two different classes go together, 0 to 1. */
const affinities: readonly (readonly [TypeClass, TypeClass, number])[] = [
  ['boolean', 'integer', 0.9],
  ['integer', 'decimal', 0.8],
  ['temporal', 'text', 0.5],
  ['integer', 'temporal', 0.5],
  ['boolean', 'text', 0.4],
  ['integer', 'text', 0.3],
  ['decimal', 'text', 0.3],
];
const ofStrangers = 0.2;
/** Nothing is known, so nothing speaks against it. */
const ofUnknown = 0.7;

/** The affinity of each two classes, by `a * typeClasses.length + b`. */
export const affinityTable: Float64Array = Float64Array.from(
  typeClasses.flatMap((a) => typeClasses.map((b) => affinity(a, b))),
);

function affinity(a: TypeClass, b: TypeClass): number {
  if (a === b) return 1;
  if (a === 'unknown' || b === 'unknown') return ofUnknown;
  return affinities.find(([x, y]) => (x === a && y === b) || (x === b && y === a))?.[2] ?? ofStrangers;
}
