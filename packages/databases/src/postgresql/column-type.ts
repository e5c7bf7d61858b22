/** PostgreSQL's types as the vendor writes types on the wire. */

/** What pg_type says of a type. */
export interface PostgresType {
  /** `typname`: `int4`, `varchar`, `_text`. */
  readonly name: string;
  readonly kind: 'enum' | 'domain' | 'array' | 'plain';
  /** What a domain is made of, or an array holds; undefined for the other kinds. */
  readonly inner?: PostgresType | undefined;
  /** The modifier that a domain gives to what it is made of; -1 for none. */
  readonly innerModifier?: number;
}

export interface WireType {
  readonly field_type: string;
  readonly field_length: string;
}

/** `atttypmod` counts the four bytes of a length word that are stored before these types. */
const header = 4;
/** Without a declared precision, seconds have six decimals. */
const defaultPrecision = 6;
const timeTypes = new Set(['time', 'timetz', 'timestamp', 'timestamptz']);

/**
 * The server's own short name in upper case, and the length that the modifier holds.
 * A domain is written as what it is made of, an enumeration as ENUM, an array as its element followed by [].
 * @param modifier `atttypmod`; -1 for none
 */
export function postgresWireType(type: PostgresType, modifier: number): WireType {
  if (type.kind === 'domain' && type.inner) return postgresWireType(type.inner, type.innerModifier ?? -1);
  if (type.kind === 'array' && type.inner) {
    const { field_type, field_length } = postgresWireType(type.inner, modifier);
    return { field_type: `${field_type}[]`, field_length };
  }
  if (type.kind === 'enum') return { field_type: 'ENUM', field_length: '0' };
  const name = type.name.toUpperCase();
  if (timeTypes.has(type.name)) {
    return { field_type: `${name}(${modifier < 0 ? defaultPrecision : modifier})`, field_length: '0' };
  }
  return { field_type: name, field_length: String(lengthOf(type.name, modifier)) };
}

function lengthOf(name: string, modifier: number): number {
  switch (name) {
    case 'varchar':
    case 'bpchar':
      return Math.max(0, modifier - header);
    case 'numeric':
      return modifier < header ? 0 : ((modifier - header) >> 16) & 0xffff;
    case 'bit':
    case 'varbit':
      return Math.max(0, modifier);
    default:
      return 0;
  }
}
