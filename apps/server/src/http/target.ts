/** What HTTP itself demands and the parser leaves to us: a version, one Host, and a target that can be read. */
import type { IncomingMessage } from 'node:http';
import { Failure } from '../operations/failure.ts';

/** `maxCharacters` is what path and query may have together. */
export function checkTarget({ url = '', httpVersion, rawHeaders }: IncomingMessage, maxCharacters: number): void {
  if (httpVersion !== '1.1' && httpVersion !== '1.0')
    throw bad('the request line names no version that is spoken here');
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
  if (hosts > 1 || (hosts === 0 && httpVersion === '1.1'))
    throw bad(`the Host header is ${hosts === 0 ? 'missing' : 'repeated'}`);
  if (url.length > maxCharacters) {
    throw new Failure('UriTooLong', `The path and query are too long: at most ${maxCharacters} characters.`);
  }
  if (url.includes('#')) throw bad('the target has a fragment; "#" is written %23');
  // The router refuses a malformed path by itself, and takes any query.
  const query = url.indexOf('?');
  if (query !== -1 && !decodes(url.slice(query))) throw bad('the query has a malformed percent escape');
}

function bad(why: string): Failure {
  return new Failure('BadRequest', `Bad request: ${why}.`, { headers: { connection: 'close' } });
}

function decodes(query: string): boolean {
  try {
    decodeURIComponent(query);
    return true;
  } catch {
    return false;
  }
}
