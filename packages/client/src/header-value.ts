/** Checks what is to stand in a header, so that no runtime refuses it with a message that quotes it. */
import { InvalidCallError } from './errors/invalid-call-error.ts';

const foreign = /[^\t\x20-\x7e]/u;

/** The value; refuses by the header's or option's name and the place of the first character that HTTP cannot carry. */
export function headerValue(name: string, value: unknown): string {
  if (typeof value !== 'string') throw new InvalidCallError(`${name} must be a string.`);
  const at = value.search(foreign);
  if (at < 0) return value;
  const codePoint = value.codePointAt(at)?.toString(16).toUpperCase().padStart(4, '0');
  throw new InvalidCallError(
    `${name} holds a character that a header cannot carry: U+${codePoint} as character ${at + 1} of ${[...value].length}.`,
  );
}

const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** The headers as they were; refuses a name or a value that HTTP cannot carry. */
export function checkHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  // A Headers object, or a text, has no names of its own; nothing would be sent of it.
  if (!headers || Symbol.iterator in Object(headers)) throw new InvalidCallError('Headers must be an object of names.');
  for (const [name, value] of Object.entries(headers)) {
    if (!headerName.test(name)) throw new InvalidCallError('A header has a name that is not one of HTTP.');
    headerValue(`Header ${name}`, value);
  }
  return headers;
}

/** The headers with names in lower case; of two with one name the later one. */
export function lowerNames(headers: Readonly<Record<string, string>>): Record<string, string> {
  const lower: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) lower[name.toLowerCase()] = value;
  return lower;
}
