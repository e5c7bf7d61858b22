/** Writes JSON; what is answered again and again carries its text with it. */

const jsonText = Symbol('JSON text');
const later = Symbol('entries that are read later');

/** A list whose entries are read while it is written. To everybody but `piecesOf` it is empty. */
export function laterList<Entry>(entries: AsyncIterable<Entry>): Entry[] {
  return Object.assign([], { [later]: entries });
}

/** Whether the value must be written by `piecesOf`. */
export function holdsLater(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || jsonText in value) return false;
  return later in value || Object.values(value).some(holdsLater);
}

/** Characters of a piece, about: below what a socket takes before it asks to wait. */
const pieceCharacters = 32 * 1024;

/** The same text as `writeJson`, in pieces, with the entries that are read later. */
export async function* piecesOf(value: unknown): AsyncGenerator<string> {
  let piece = '';
  for await (const part of partsOf(value)) {
    piece += part;
    if (piece.length < pieceCharacters) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

async function* partsOf(value: unknown): AsyncGenerator<string> {
  if (typeof value !== 'object' || value === null || !holdsLater(value)) {
    yield writeJson(value);
    return;
  }
  if (Array.isArray(value)) {
    let before = '[';
    for await (const entry of later in value ? (value[later] as AsyncIterable<unknown>) : value) {
      yield before;
      yield* partsOf(entry);
      before = ',';
    }
    yield before === '[' ? '[]' : ']';
    return;
  }
  let before = '{';
  for (const [name, each] of Object.entries(value)) {
    if (each === undefined) continue;
    yield `${before}${JSON.stringify(name)}:`;
    yield* partsOf(each);
    before = ',';
  }
  yield '}';
}

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
