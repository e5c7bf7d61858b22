/** Puts arguments into paths and queries so that they stay what they are. */
import { InvalidCallError } from '../errors/invalid-call-error.ts';

/**
 * The path with its parameters filled in; where `others` may follow, those that are not given stay as they are. `/` and the like are escaped, but `.` and `..` have no escaped form that URLs keep:
 * `.../tasks/..` is another resource.
 */
export function encodePath(template: string, parameters: Readonly<Record<string, unknown>>, others = false): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    others && !(name in parameters) ? whole : encode(pathSegment(name, parameters[name])),
  );
}

/** The text of a query or of urlencoded form data, without what is undefined or null. The contract's values are texts, numbers and booleans. */
export function encodeQuery(query: object): string {
  return Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null)
    .map((pair) => pair.map(encode).join('='))
    .join('&');
}

/** The value; refuses by name what cannot be one segment of a path. */
export function pathSegment(name: string, value: unknown): string {
  if (typeof value !== 'string') throw new InvalidCallError(`${name} must be a string.`);
  if (/^\.{0,2}$/.test(value)) {
    throw new InvalidCallError(`${name} must be neither empty nor "." nor "..": it is a part of the path.`);
  }
  return value;
}

/** What `encodes` gives; refuses a text that UTF-8 cannot hold. */
export function wellFormed(encodes: () => string): string {
  try {
    return encodes();
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw new InvalidCallError('A parameter, or a field of form data, holds half a surrogate pair.');
  }
}

function encode(value: string): string {
  return wellFormed(() => encodeURIComponent(value));
}
