/** Refuses a target, a Host or an escape that HTTP does not know, before anything else is looked at. */
import type { IncomingMessage } from 'node:http';
import { Failure } from '../operations/failure.ts';

/** Characters that path and query may have together. */
const maxTarget = 8192;

export function checkTarget({ url = '', httpVersion, rawHeaders }: IncomingMessage): void {
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
  if (hosts > 1 || (hosts === 0 && httpVersion === '1.1')) {
    throw new Failure('BadRequest', `Bad request: the Host header is ${hosts === 0 ? 'missing' : 'repeated'}.`, {
      headers: { connection: 'close' },
    });
  }
  if (url.length > maxTarget) {
    throw new Failure('UriTooLong', `The path and query are too long: at most ${maxTarget} characters.`);
  }
  // The router refuses a malformed path by itself.
  const query = url.indexOf('?');
  if (query !== -1) decode(url.slice(query));
}

function decode(query: string): void {
  try {
    decodeURIComponent(query);
  } catch (cause) {
    throw new Failure('BadRequest', 'Bad request: the query has a malformed percent escape.', { cause });
  }
}
