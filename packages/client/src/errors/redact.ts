/** Keeps what was sent out of texts that others wrote: a server's message, a transport's error. */
import type { ProofHeaders } from '../credentials.ts';

/** What must not come back in an error: the proof of who calls, and the query of the address. */
export interface Sent {
  readonly proof: ProofHeaders;
  readonly url: string;
  readonly body?: string | undefined;
  /** The secrets of the body, each with its spaces. */
  readonly secretsIn?: ((body: string) => readonly string[]) | undefined;
}

/** More of a text is not looked at, and left out. */
const longestText = 5_000;

/** Shorter values are no secret, and replacing them would tear words apart. */
const shortestSecret = 4;
/** The same for pieces of a value that has several, among which are words such as `SDK-HMAC-SHA256` and `SignedHeaders`. */
const shortestPiece = 16;
/** As many characters in a row are a part of a secret. */
const shortestPart = 8;
/** Null characters, with the words around them. A word is what a secret is usually written with, its escapes in JSON, URLs and HTML included. */
const hiddenWords = /(?<![\w+/=.~%\\&#;-])[\w+/=.~%\\&#;-]*\0[\w+/=.~%\\&#;\0-]*/g;
const mark = '[secret]';

/** Headers of a signature that are no secret; what a server says about them is worth reading. */
const openHeaders = /^x-(sdk-date|project-id|sdk-content-sha256)$/i;

/** The text without the query of the request, with `[secret]` in place of each word that holds a part of the proof, also in Base64 or hex. */
export function redact(text: string, { proof, url, body = '', secretsIn }: Sent): string {
  const proofs = Object.entries(proof).flatMap(([name, value]) =>
    value.length < shortestSecret || openHeaders.test(name) ? [] : [value],
  );
  const whole = secretsIn?.(body) ?? [];
  const values = [...proofs, ...whole];
  const known = alike([...proofs.flatMap(piecesOf), ...whole].flatMap(spellings).join('\n'));
  const rest = values.reduce((left, value) => left.replaceAll(value, mark), withoutQuery(cut(text), url));
  return withoutParts(rest, known);
}

/** What is left where each part becomes null characters, and each word that holds these the mark. */
function withoutParts(text: string, known: string): string {
  const where = alike(text);
  let left = '';
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const next = at + shortestPart;
    if (next <= text.length && known.includes(where.slice(at, next))) end = next;
    left += at < end ? '\0' : text.charAt(at);
  }
  return left.replace(hiddenWords, mark);
}

/** The value, but for the scheme before it; of a list such as that of a signature its long pieces. */
function piecesOf(value: string): readonly string[] {
  const [, single] = /^(?:[\w-]+\s+)?([^\s,;]+)$/.exec(value) ?? [];
  return single === undefined
    ? value.split(/[\s,=]+|;\s/).filter((piece) => piece.length >= shortestPiece && !piece.includes(';'))
    : [single];
}

/** A secret as it may come back. Base64 is another text for each place, counted in threes, at which the secret begins. */
function spellings(secret: string): string[] {
  const bytes = String.fromCharCode(...utf8.encode(secret));
  const encoded = ['', '-', '--'].map((before) => btoa(before + bytes).slice(before.length + 1, -4));
  return [secret, ...encoded, Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16)).join('')];
}

const utf8 = new TextEncoder();

/** Of the same length, without the case of letters; Base64 for URLs like any other, and a space as forms write it. */
function alike(text: string): string {
  return text
    .replaceAll('İ', 'i')
    .toLowerCase()
    .replace(/[+/_ ]/g, '-');
}

/** Never within a word: the part of a secret that is left could be too short to be found. */
function cut(text: string): string {
  return text.length > longestText ? text.slice(0, text.lastIndexOf(' ', longestText) + 1) : text;
}

/** The query as it was sent, and whatever follows a question mark in a word. */
function withoutQuery(text: string, url: string): string {
  const at = url.indexOf('?');
  if (at < 0) return text;
  return text.replaceAll(decoded(url.slice(at)), '').replace(/(\S)\?[^\s"'<>()]+/g, '$1');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const maximumCauses = 4;

/**
 * A transport's error reduced to messages, names, codes and stacks, its causes included: other properties may hold the request
 * with its headers. `code` is the first one found, since fetch buries it in the cause.
 */
export function reduceFault(error: unknown, sent: Sent): { code: string | undefined; cause: Error } {
  try {
    const values = [...new URL(sent.url).searchParams.values()]
      .filter(({ length }) => length >= shortestSecret)
      .flatMap((value) => [value, encodeURIComponent(value)]);
    const clean = (text: unknown): string =>
      values.reduce((rest, value) => rest.replaceAll(value, '[query]'), redact(String(text), sent));
    return reduce(error, clean, maximumCauses);
  } catch {
    // What looking at it throws may hold a secret too.
    return { code: undefined, cause: new Error('The transport threw what is no error.') };
  }
}

function reduce(error: unknown, clean: (text: unknown) => string, causesLeft: number): ReturnType<typeof reduceFault> {
  if (!isError(error)) return { code: undefined, cause: new Error(clean(error)) };
  const inner = error.cause && causesLeft > 0 ? reduce(error.cause, clean, causesLeft - 1) : undefined;
  const cause: Error & { code?: string } = new Error(clean(error.message), inner);
  cause.name = clean(error.name);
  if (error.stack) cause.stack = clean(error.stack);
  if ('code' in error && typeof error.code === 'string') cause.code = clean(error.code);
  return { code: cause.code ?? inner?.code, cause };
}

/** An error of another realm, such as Node's where a test runs in a context of its own, is no instance of this one's. */
function isError(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string';
}
