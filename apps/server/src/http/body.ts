/** Reads a JSON body. An empty one counts as none, whatever its media type says. */
import { parse } from 'secure-json-parse';
import { Failure } from '../operations/failure.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

export function readJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch (cause) {
    throw new Failure('InvalidParameters', 'Invalid parameters. The body is not UTF-8.', { cause });
  }
  try {
    // Refuses `__proto__` and `constructor.prototype`, which no contract has and some code trips over.
    return parse(text, { protoAction: 'error', constructorAction: 'error' });
  } catch (cause) {
    throw new Failure('InvalidParameters', 'Invalid parameters. The body is not valid JSON.', { cause });
  }
}
