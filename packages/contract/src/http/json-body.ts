/** Reads a JSON body. An empty one counts as none, whatever its media type says. */
import { Failure } from '../failure.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

export function readJson(bytes: Buffer | undefined): unknown {
  if (bytes === undefined || bytes.length === 0) return undefined;
  try {
    return JSON.parse(decoded(bytes));
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure('InvalidParameters', 'Invalid parameters. The body is not valid JSON.', { cause });
  }
}

function decoded(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new Failure('InvalidParameters', 'Invalid parameters. The body is not valid UTF-8.', { cause });
  }
}
