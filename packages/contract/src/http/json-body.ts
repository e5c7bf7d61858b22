/** Reads a JSON body. An empty one counts as none, whatever its media type says. */
import { Failure } from '../failure.ts';

/** Levels of objects and lists: far beyond what the contract nests, and far below what overflows a stack that walks the value. */
export const maxJsonDepth = 64;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws {Failure} `InvalidParameters` where the bytes are no JSON in UTF-8, or are nested too deep */
export function readJson(bytes: Buffer | undefined): unknown {
  if (bytes === undefined || bytes.length === 0) return undefined;
  // Before it is parsed, which takes memory for each level.
  if (isTooDeep(bytes)) throw refusal(`is nested deeper than ${maxJsonDepth} levels`);
  const text = decoded(bytes);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw refusal('is not valid JSON', { cause });
  }
}

const [quote, backslash, openList, closeList, openObject, closeObject] = Buffer.from('"\\[]{}');

/** Whether more brackets are open at one place than the limit; UTF-8 has none of these bytes inside another character. */
function isTooDeep(bytes: Buffer): boolean {
  let depth = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === quote) {
      for (at++; at < bytes.length && bytes[at] !== quote; at++) if (bytes[at] === backslash) at++;
    } else if (byte === openList || byte === openObject) {
      if (++depth > maxJsonDepth) return true;
    } else if (byte === closeList || byte === closeObject) depth--;
  }
  return false;
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
