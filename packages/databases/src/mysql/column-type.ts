/** MySQL's and MariaDB's types as the vendor writes types on the wire. */
import { declaredWireType, parseDeclaredType } from '../declared-type.ts';
import type { TypeFacts } from '../process/packed.ts';

/** The values of these stand in the type's parentheses, quoted, with any characters. */
const listedValues = /^(enum|set)\s*\(/i;

/**
 * @param declared `column_type`: `int(11) unsigned`, `decimal(10,2)`, `datetime(6)`, `enum('a','b')`
 * @param isJson whether MariaDB keeps JSON in it, which its type does not say
 */
export function mysqlTypeFacts(declared: string, isJson: boolean): TypeFacts {
  const plain = isJson ? 'json' : listedValues.exec(declared)?.[1]?.toLowerCase();
  const { base, length } = plain === undefined ? parseDeclaredType(declared) : { base: plain, length: null };
  return { type: isJson ? base : declared, base_type: base, length, ...declaredWireType(plain ?? declared) };
}
