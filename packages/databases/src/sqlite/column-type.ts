/** SQLite's declared types as the vendor writes types on the wire. */
import { parseDeclaredType } from '../declared-type.ts';

export interface WireType {
  readonly field_type: string;
  readonly field_length: string;
}

/** Types whose number is a precision of seconds: it stays in the type, and the length is 0. */
const timeTypes = new Set(['datetime', 'time', 'timestamp', 'timestamptz']);

/**
 * Any declared type is legal in SQLite, so the words are kept and only their form changes: upper case,
 * the first number in parentheses as the length. No type means affinity BLOB, and is written so.
 */
export function sqliteWireType(declared: string): WireType {
  const { base, size } = parseDeclaredType(declared);
  if (base === '') return { field_type: 'BLOB', field_length: '0' };
  const upper = base.toUpperCase();
  const isTime = timeTypes.has(base.split(' ', 1)[0] ?? '');
  if (isTime && size !== '0')
    return { field_type: upper.replace(/^\S+/, (word) => `${word}(${size})`), field_length: '0' };
  return { field_type: upper, field_length: size };
}
