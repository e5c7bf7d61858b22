/** Takes the target of a request line apart, exactly as it was sent. */
import type { Call, Target } from './call.ts';
import { Failure } from './failure.ts';

/** Splits and decodes a request target; one of more than `limit` characters, or not percent-encoded rightly, is refused. */
export function readTarget(url: string, limit: number): Target {
  if (url.length > limit) {
    throw new Failure('UriTooLong', `The path and query are too long: at most ${limit} characters.`);
  }
  if (url.includes('#')) throw new Failure('BadRequest', 'Bad request: the target has a fragment; "#" is written %23.');
  // The absolute form is allowed by HTTP; its path begins after the authority.
  const [authority = '', host] = /^https?:\/\/([^/?]*)/i.exec(url) ?? [];
  if (host === '') throw new Failure('BadRequest', 'Bad request: the target names no host.');
  const target = url.slice(authority.length);
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  const search = mark < 0 ? '' : target.slice(mark);
  const segments = path.split('/').map((segment) => decode(segment, 'path'));
  decode(search, 'query');
  return { path, segments, search };
}

/** The parameters of a path that fits the template. */
export function pathParametersOf(template: string, segments: readonly string[]): Call['pathParameters'] {
  const parameters: Call['pathParameters'] = {};
  template.split('/').forEach((part, index) => {
    if (part.startsWith('{')) parameters[part.slice(1, -1)] = segments[index] ?? '';
  });
  return parameters;
}

function decode(text: string, where: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Failure('BadRequest', `Bad request: the ${where} has a malformed percent escape.`);
  }
}
