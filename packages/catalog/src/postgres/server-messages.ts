/**
 * Lets whole, well-formed messages of a PostgreSQL server through and nothing else. The driver trusts its server:
 * an error message without an end makes its parser loop for ever, which no deadline in the same thread can stop.
 */
import { CatalogError } from '../catalog-error.ts';

const HEAD = 5;
/** A row of names and types needs a thousandth of it. */
const LONGEST = 1024 * 1024;
const SASL = 10;

/** The form of a message's body: from its first byte to the last that it accounts for, or undefined where it does not hold. */
type Form = (body: Buffer) => number | undefined;

/** All messages that a server may send to somebody who logs in and asks plain queries. */
const FORMS: Readonly<Record<string, Form>> = {
  R: (body) => (body.length >= 4 && body.readInt32BE(0) === SASL ? textsUntilEmpty(body, 4, 0) : body.length),
  K: (body) => (body.length >= 8 ? body.length : undefined),
  S: (body) => texts(body, 0, 2),
  Z: (body) => (body.length === 1 ? 1 : undefined),
  C: (body) => texts(body, 0, 1),
  A: (body) => texts(body, 4, 2),
  E: (body) => textsUntilEmpty(body, 0, 1),
  N: (body) => textsUntilEmpty(body, 0, 1),
  T: fieldDescriptions,
  D: values,
};
/** With these a server may begin. */
const BEGINNINGS = new Set(['R', 'E', 'N']);

export class ServerMessages {
  #rest = Buffer.alloc(0);
  #begun = false;

  /**
   * Takes what has arrived and gives back the messages that are whole by now.
   * @throws CatalogError `not-a-database` as soon as a message cannot be one of PostgreSQL's
   */
  take(chunk: Buffer): Buffer {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    while (at < bytes.length) {
      const type = String.fromCharCode(bytes[at] ?? 0);
      const form = FORMS[type];
      if (!form || !(this.#begun || BEGINNINGS.has(type))) throw notPostgres();
      if (at + HEAD > bytes.length) break;
      const length = bytes.readUInt32BE(at + 1);
      if (length < 4 || length > LONGEST) throw notPostgres();
      const end = at + 1 + length;
      if (end > bytes.length) break;
      if (form(bytes.subarray(at + HEAD, end)) !== length - 4) throw notPostgres();
      this.#begun = true;
      at = end;
    }
    this.#rest = Buffer.from(bytes.subarray(at));
    return bytes.subarray(0, at);
  }
}

function notPostgres(): CatalogError {
  return new CatalogError('not-a-database', 'What answers there does not speak as PostgreSQL does.');
}

/** So many texts, each ended by a zero. */
function texts(body: Buffer, from: number, count: number): number | undefined {
  let at = from;
  for (let i = 0; i < count; i++) {
    const zero = body.indexOf(0, at);
    if (at > body.length || zero < 0) return undefined;
    at = zero + 1;
  }
  return at;
}

/** Texts, each behind a mark of so many bytes, and a zero where the next would begin. */
function textsUntilEmpty(body: Buffer, from: number, mark: number): number | undefined {
  let at: number | undefined = from;
  while (at !== undefined && body[at] !== 0) at = at < body.length ? texts(body, at + mark, 1) : undefined;
  return at === undefined ? undefined : at + 1;
}

/** A count, and for each field its name and 18 bytes. */
function fieldDescriptions(body: Buffer): number | undefined {
  let at: number | undefined = 2;
  for (let left = countOf(body); left > 0 && at !== undefined; left--) {
    const end = texts(body, at, 1);
    at = end === undefined || end + 18 > body.length ? undefined : end + 18;
  }
  return at;
}

/** A count, and for each value its length and its bytes; -1 is NULL. */
function values(body: Buffer): number | undefined {
  let at = 2;
  for (let left = countOf(body); left > 0; left--) {
    if (at + 4 > body.length) return undefined;
    const length = body.readInt32BE(at);
    if (length < -1) return undefined;
    at += 4 + Math.max(0, length);
  }
  return at;
}

function countOf(body: Buffer): number {
  return body.length >= 2 ? body.readUInt16BE(0) : 0;
}
