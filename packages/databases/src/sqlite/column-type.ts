import { declaredWireType } from '../declared-type.ts';

export interface WireType {
  readonly field_type: string;
  readonly field_length: string;
}

/** Any declared type is legal in SQLite, so its words are kept. No type means affinity BLOB, and is written so. */
export function sqliteWireType(declared: string): WireType {
  const type = declaredWireType(declared);
  return type.field_type === '' ? { field_type: 'BLOB', field_length: '0' } : type;
}
