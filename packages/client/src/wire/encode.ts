/** Puts arguments into paths and queries so that they stay what they are. */
import { createQuerySerializer, defaultPathSerializer } from 'openapi-fetch';
import { InvalidCallError } from '../errors/invalid-call-error.ts';

/**
 * The path with its parameters filled in. `/` and the like are escaped, but `.` and `..` have no escaped form that URLs keep:
 * `.../tasks/..` is another resource.
 */
export function encodePath(template: string, parameters: Record<string, unknown>): string {
  for (const [name, value] of Object.entries(parameters)) pathSegment(name, value);
  return wellFormed(() => defaultPathSerializer(template, parameters));
}

/** The text of a query or of urlencoded form data, without what is undefined or null. */
export function encodeQuery(query: object): string {
  return wellFormed(() => serialize(query));
}

/** The value; refuses by name what cannot be one segment of a path. */
export function pathSegment(name: string, value: unknown): string {
  if (typeof value !== 'string') throw new InvalidCallError(`${name} must be a string.`);
  if (value === '' || value === '.' || value === '..') {
    throw new InvalidCallError(`${name} must be neither empty nor "." nor "..": it is a part of the path.`);
  }
  return value;
}

const serialize = createQuerySerializer<object>();

function wellFormed(encode: () => string): string {
  try {
    return encode();
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw new InvalidCallError(
      'A parameter of the path or the query, or a field of form data, holds half a surrogate pair.',
    );
  }
}
