/** Says of two columns how their types go together. */
import type { Column } from '@roma-fdi/automap';
import { fit } from '../printing/text.ts';

/** What values are, for a person: the first pattern that a declared type fits decides. */
const kinds: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['text', /char|text|clob|string|^enum|^set$/],
  ['JSON', /json/],
  ['dates or times', /date|time|^year/],
  ['yes or no', /bool|^bit$/],
  ['bytes', /blob|binary|bytea|^raw|^image/],
  ['decimal numbers', /decimal|^dec$|numeric|^number|float|double|real|money/],
  ['whole numbers', /^(tiny|small|medium|big)?int(eger|\d)?\b|serial/],
];

/** `both are text`, or `INTEGER becomes DECIMAL(10,2)`; undefined where the type of a column is not known. */
export function typeWords(source: Column | undefined, target: Column | undefined): string | undefined {
  const from = declared(source);
  const to = declared(target);
  if (from === undefined || to === undefined) return undefined;
  const kind = kindOf(source);
  if (kind !== undefined && kind === kindOf(target)) return `both are ${kind}`;
  return from.toLowerCase() === to.toLowerCase() ? `both are ${fit(from)}` : `${fit(from)} becomes ${fit(to)}`;
}

/** The type as it was declared, without blanks at its ends; an empty one is not known. */
function declared(column: Column | undefined): string | undefined {
  return (column?.type ?? column?.base_type)?.trim() || undefined;
}

/** Undefined for arrays and for types that a database named itself. */
function kindOf(column: Column | undefined): string | undefined {
  const type = (column?.base_type ?? column?.type ?? '').toLowerCase().replace(/\(.*/su, '').trim();
  if (type.endsWith(']')) return undefined;
  return kinds.find(([, pattern]) => pattern.test(type))?.[0];
}
