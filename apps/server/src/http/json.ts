/** Writes JSON; the text of an object that is frozen is made once and kept as long as the object. */

const texts = new WeakMap<object, string>();

/** Like `JSON.stringify` for plain data: objects, arrays, strings, numbers, booleans, null; undefined properties are left out. */
export function writeJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (!Object.isFrozen(value)) return Array.isArray(value) ? writeArray(value) : writeObject(value);
  let text = texts.get(value);
  if (text === undefined) {
    text = JSON.stringify(value);
    texts.set(value, text);
  }
  return text;
}

const writeArray = (values: readonly unknown[]): string => `[${values.map(writeJson).join(',')}]`;

function writeObject(value: object): string {
  const properties: string[] = [];
  for (const [name, each] of Object.entries(value))
    if (each !== undefined) properties.push(`${JSON.stringify(name)}:${writeJson(each)}`);
  return `{${properties.join(',')}}`;
}
