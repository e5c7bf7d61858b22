/** What HTTP itself demands and the parser leaves to us: a version, one Host, and a target that can be read. */
import type { IncomingMessage } from 'node:http';
import { Failure } from '../failure.ts';

export interface Target {
  /** As it was sent, without the query. */
  readonly path: string;
  /** Decoded. */
  readonly segments: readonly string[];
  /** As it was sent, with its `?`; empty without one. */
  readonly search: string;
}

/**
 * Takes the target of a request apart, exactly as it was sent.
 *
 * @param maxCharacters what path and query may have together
 * @throws {Failure} `BadRequest` or `UriTooLong`
 */
export function readTarget(
  { url = '', httpVersion, rawHeaders }: Pick<IncomingMessage, 'url' | 'httpVersion' | 'rawHeaders'>,
  maxCharacters: number,
): Target {
  if (httpVersion !== '1.1' && httpVersion !== '1.0')
    throw bad('the request line names no version that is spoken here');
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
  if (hosts > 1 || (hosts === 0 && httpVersion === '1.1'))
    throw bad(`the Host header is ${hosts === 0 ? 'missing' : 'repeated'}`);
  if (url.length > maxCharacters) {
    throw new Failure('UriTooLong', `The path and query are too long: at most ${maxCharacters} characters.`);
  }
  if (url.includes('#')) throw bad('the target has a fragment; "#" is written %23');
  // HTTP allows the absolute form; its path begins after the authority.
  const [authority = '', host] = /^https?:\/\/([^/?]*)/i.exec(url) ?? [];
  if (host === '') throw malformedPath();
  const target = url.slice(authority.length);
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  const search = mark === -1 ? '' : target.slice(mark);
  const segments = path.split('/').map((segment) => decoded(segment, malformedPath));
  decoded(search, () => bad('the query has a malformed percent escape'));
  return { path, segments, search };
}

export const malformedPath = (): Failure => bad('the path is malformed, by a percent escape perhaps');

function bad(why: string): Failure {
  return new Failure('BadRequest', `Bad request: ${why}.`, { headers: { connection: 'close' } });
}

function decoded(text: string, malformed: () => Failure): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    throw malformed();
  }
}
