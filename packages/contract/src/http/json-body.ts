/** Reads a JSON body. An empty one counts as none, whatever its media type says. */
import { Failure } from '../failure.ts';

/** Levels of objects and lists: far beyond what the contract nests, and far below what overflows a stack that walks the value. */
export const maxJsonDepth = 64;

/** Properties of one object: the contract has none that takes a hundredth of it, and looking through a million takes seconds. */
export const maxJsonProperties = 10_000;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws {Failure} `InvalidParameters` where the bytes are no JSON in UTF-8, are nested too deep, or have too large an object */
export function readJson(bytes: Buffer | undefined): unknown {
  if (bytes === undefined || bytes.length === 0) return undefined;
  // Before it is parsed, which takes memory for each level and time for each name.
  const excess = excessOf(bytes);
  if (excess) throw refusal(excess);
  const text = decoded(bytes);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw refusal('is not valid JSON', { cause });
  }
}

const [quote, backslash, comma, openList, closeList, openObject, closeObject] = Buffer.from('"\\,[]{}');

/** What exceeds a bound, if anything does; UTF-8 has none of these bytes inside another character. */
function excessOf(bytes: Buffer): string | undefined {
  let depth = 0;
  // Of each open object, how many properties it has before the one that is read; of a list, less than any number.
  const properties = new Float64Array(maxJsonDepth + 1).fill(Number.NEGATIVE_INFINITY);
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === quote) {
      for (at++; at < bytes.length && bytes[at] !== quote; at++) if (bytes[at] === backslash) at++;
    } else if (byte === comma) {
      if (++properties[depth]! >= maxJsonProperties)
        return `has an object of more than ${maxJsonProperties} properties`;
    } else if (byte === openList || byte === openObject) {
      if (++depth > maxJsonDepth) return `is nested deeper than ${maxJsonDepth} levels`;
      properties[depth] = byte === openObject ? 0 : Number.NEGATIVE_INFINITY;
    } else if (byte === closeList || byte === closeObject) depth--;
  }
  return undefined;
}

function decoded(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw refusal('is not valid UTF-8', { cause });
  }
}

const refusal = (why: string, options?: ErrorOptions): Failure =>
  new Failure('InvalidParameters', `Invalid parameters. The body ${why}.`, options);
