/** Writes JSON as bytes; what is answered again and again carries its own with it. */

const jsonBytes = Symbol('JSON as bytes');
const later = Symbol('entries that are read later');

/** A list whose entries are read while it is written. To everybody but `piecesOf` it is empty. */
export function laterList<Entry>(entries: AsyncIterable<Entry>): Entry[] {
  return Object.assign([], { [later]: entries });
}

/** Whether the value must be written by `piecesOf`. */
export function holdsLater(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || jsonBytes in value) return false;
  return later in value || Object.values(value).some(holdsLater);
}

/** Bytes of a piece, about: below what a socket takes before it asks to wait. */
const pieceBytes = 32 * 1024;

/** The same as `writeJson`, in pieces, with the entries that are read later. */
export async function* piecesOf(value: unknown): AsyncGenerator<Buffer> {
  let piece = new Written();
  for await (const part of partsOf(value)) {
    piece.add(part);
    if (piece.size < pieceBytes) continue;
    yield piece.bytes();
    piece = new Written();
  }
  if (piece.size > 0) yield piece.bytes();
}

async function* partsOf(value: unknown): AsyncGenerator<string | Buffer> {
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
export function withJson<Value extends object>(value: Value): Value {
  return Object.defineProperty(value, jsonBytes, { value: Buffer.from(JSON.stringify(value)) });
}

/** Like `JSON.stringify` for plain data: objects, arrays, strings, numbers, booleans, null; undefined properties are left out. */
export function writeJson(value: unknown): Buffer {
  const written = new Written();
  write(value, written);
  return written.bytes();
}

function write(value: unknown, to: Written): void {
  if (typeof value !== 'object' || value === null) to.add(JSON.stringify(value) ?? 'null');
  else if (jsonBytes in value) to.add(value[jsonBytes] as Buffer);
  else if (Array.isArray(value)) writeArray(value, to);
  else writeObject(value, to);
}

function writeArray(values: readonly unknown[], to: Written): void {
  let before = '[';
  for (const value of values) {
    to.add(before);
    write(value, to);
    before = ',';
  }
  to.add(before === '[' ? '[]' : ']');
}

function writeObject(value: object, to: Written): void {
  let before = '{';
  for (const [name, each] of Object.entries(value)) {
    if (each === undefined) continue;
    to.add(`${before}${JSON.stringify(name)}:`);
    write(each, to);
    before = ',';
  }
  to.add(before === '{' ? '{}' : '}');
}

/** Text and bytes one behind the other: bytes are copied as they are, and making them of a long text takes several times as long. */
class Written {
  readonly #parts: Buffer[] = [];
  #text = '';
  /** Bytes, about: of text its characters. */
  size = 0;

  add(part: string | Buffer): void {
    this.size += part.length;
    if (typeof part === 'string') this.#text += part;
    else {
      this.#endText();
      this.#parts.push(part);
    }
  }

  bytes(): Buffer {
    this.#endText();
    const [first, ...others] = this.#parts;
    // What an object carries is passed on as it is: nobody changes what is sent.
    return first && others.length === 0 ? first : Buffer.concat(this.#parts);
  }

  #endText(): void {
    if (this.#text !== '') this.#parts.push(Buffer.from(this.#text));
    this.#text = '';
  }
}
