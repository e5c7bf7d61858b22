/** Takes the target of a request line apart, exactly as it was sent. */
import type { Call, Target } from './call.ts';
import { Failure } from './failure.ts';

/** Characters that path and query may have together; longer is 414. */
const MAX_TARGET = 8_192;

/** Splits and decodes a request target; a URL that is too long, or not percent-encoded rightly, is refused. */
export function readTarget(url: string): Target {
  if (url.length > MAX_TARGET) {
    throw new Failure('UriTooLong', `The path and query are too long: at most ${MAX_TARGET} characters.`);
  }
  // The absolute form is allowed by HTTP; its path begins after the authority.
  const target = url.startsWith('/') ? url : url.replace(/^https?:\/\/[^/?#]*/i, '');
  const [beforeFragment = ''] = target.split('#', 1);
  const mark = beforeFragment.indexOf('?');
  const path = mark < 0 ? beforeFragment : beforeFragment.slice(0, mark);
  try {
    const segments = path.split('/').map(decodeURIComponent);
    return { path, segments, search: mark < 0 ? '' : beforeFragment.slice(mark) };
  } catch {
    throw new Failure('BadRequest', 'Bad request: the path has a malformed percent escape.');
  }
}

/** The parameters of a path that fits the template. */
export function pathParametersOf(template: string, segments: readonly string[]): Call['pathParameters'] {
  const parameters: Call['pathParameters'] = {};
  template.split('/').forEach((part, index) => {
    if (part.startsWith('{')) parameters[part.slice(1, -1)] = segments[index] ?? '';
  });
  return parameters;
}
