/** The text of a request that its signature covers. Signer and verifier share it, and it imports nothing, so that browsers have it too. */

/** A request by the parts that are signed, as they are sent. */
export interface SignedParts {
  /** In upper case. */
  readonly method: string;
  /** Percent-encoded, without the query. */
  readonly path: string;
  /** Percent-encoded, without its `?`; empty where there is none. */
  readonly query: string;
  /** Names in lower case with their values, in the order of `signedHeaders`; one that is sent several times has an entry for each value. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Names in lower case, joined by `;`, as `Authorization` lists them. */
  readonly signedHeaders: string;
  /** SHA-256 of the body in hex, or `UNSIGNED-PAYLOAD`. */
  readonly payloadHash: string;
}

/** SHA-256 of no bytes: the payload hash of a request without a body. */
export const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** In place of the payload hash where the body is not signed; the vendor's SDKs do so for what is not JSON. */
export const unsignedPayload = 'UNSIGNED-PAYLOAD';

/** The canonical request, of which the SHA-256 is signed. */
export function canonicalRequest({ method, path, query, headers, signedHeaders, payloadHash }: SignedParts): string {
  let block = '';
  for (const [name, value] of headers) block += `${name}:${trimmed(value)}\n`;
  return `${method}\n${canonicalPath(path)}\n${canonicalQuery(query)}\n${block}\n${signedHeaders}\n${payloadHash}`;
}

const unreserved = /^[\w.~/-]*$/;

/** Each segment decoded and encoded again, with a slash at the end, which the path that is sent need not have. */
function canonicalPath(path: string): string {
  const encoded = unreserved.test(path)
    ? path
    : path
        .split('/')
        .map((segment) => encode(decode(segment)))
        .join('/');
  return encoded.endsWith('/') ? encoded : `${encoded}/`;
}

/** Parameters by name, those of one name by value; a name without a value gets a `=`. */
function canonicalQuery(query: string): string {
  if (query === '') return '';
  const parameters = query
    .split('&')
    .filter((part) => part !== '')
    .map((part): readonly [string, string] => {
      const mark = part.indexOf('=');
      return mark === -1
        ? [decodeParameter(part), '']
        : [decodeParameter(part.slice(0, mark)), decodeParameter(part.slice(mark + 1))];
    });
  return parameters
    .sort(([name, value], [otherName, otherValue]) => compare(name, otherName) || compare(value, otherValue))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
}

/** By code units: not in the order of a language. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A server reads `+` in a query as a space, and some senders write it so. */
function decodeParameter(text: string): string {
  return decode(text.replaceAll('+', ' '));
}

function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // No server takes it, whatever its signature.
    return text;
  }
}

/** Everything but letters, digits and `-._~`. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** HTTP's own white space: a sender may put it around a value, and a parser takes it away. */
function trimmed(value: string): string {
  return isSpace(value.charCodeAt(0)) || isSpace(value.charCodeAt(value.length - 1))
    ? value.replace(/^[ \t]+|[ \t]+$/g, '')
    : value;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
