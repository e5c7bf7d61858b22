/** Writes JSON; what is answered again and again carries its text with it. */

const jsonText = Symbol('JSON text');

/** Writes the JSON of a part of answers once; it must not be changed from then on. */
export function withText<Value extends object>(value: Value): Value {
  return Object.defineProperty(value, jsonText, { value: JSON.stringify(value) });
}

/** Like `JSON.stringify` for plain data: objects, arrays, strings, numbers, booleans, null; undefined properties are left out. */
export function writeJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (jsonText in value) return value[jsonText] as string;
  return Array.isArray(value) ? writeArray(value) : writeObject(value);
}

const writeArray = (values: readonly unknown[]): string => `[${values.map(writeJson).join(',')}]`;

function writeObject(value: object): string {
  const properties: string[] = [];
  for (const [name, each] of Object.entries(value))
    if (each !== undefined) properties.push(`${JSON.stringify(name)}:${writeJson(each)}`);
  return `{${properties.join(',')}}`;
}
