/** Keeps what was sent out of texts that others wrote: a server's message, a transport's error. */
import type { ProofHeaders } from '../credentials.ts';

/** What must not come back in an error: the proof of who calls, and the query of the address. */
export interface Sent {
  readonly proof: ProofHeaders;
  readonly url: string;
}

/** More of a text is not looked at, and left out. */
const longestText = 10_000;

/** The text without the query of the request, with `[secret]` in place of each word that holds a part of the proof, also in Base64 or hex. */
export function redact(text: string, { proof, url }: Sent): string {
  return withoutProof(withoutQuery(cut(text), url), proof);
}

/** Shorter values are no secret, and replacing them would tear words apart. */
const shortestSecret = 4;
/** The same for pieces of a value that has several, among which are words such as `SDK-HMAC-SHA256` and `SignedHeaders`. */
const shortestPiece = 16;
/** As many characters in a row are a part of a secret. */
const shortestPart = 8;
/** What a secret is written with, its escapes in JSON, URLs and HTML included. */
const words = /[\w+/=.~%\\&#;-]{8,}/g;
const wordCharacter = /[\w+/=.~%\\&#;-]/;

function withoutProof(text: string, proof: ProofHeaders): string {
  const values = Object.values(proof).filter(({ length }) => length >= shortestSecret);
  const rest = values.reduce((left, value) => left.replaceAll(value, '[secret]'), text);
  const known = values.flatMap(piecesOf).flatMap(spellings).join('\n');
  return rest.replace(words, (word) => (holdsPart(lowerCase(word), known) ? '[secret]' : word));
}

/** The value, but for the scheme before it; of a list such as that of a signature its long pieces. */
function piecesOf(value: string): readonly string[] {
  const [, single] = /^(?:\S+\s+)?(\S+)$/.exec(value) ?? [];
  return single !== undefined && !/[,;]/.test(single)
    ? [single]
    : value.split(/[\s,=]+/).filter((piece) => piece.length >= shortestPiece && !piece.includes(';'));
}

/** A secret as it may come back. Base64 is another text for each place, counted in threes, at which the secret begins. */
function spellings(secret: string): string[] {
  const encoded = ['', '-', '--'].map((before) => btoa(before + secret).slice(before.length + 1, -4));
  const hex = Array.from(secret, (character) => character.charCodeAt(0).toString(16)).join('');
  return [secret, ...encoded, ...encoded.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')), hex].map(
    lowerCase,
  );
}

function holdsPart(word: string, known: string): boolean {
  for (let at = 0; at + shortestPart <= word.length; at++) {
    if (known.includes(word.slice(at, at + shortestPart))) return true;
  }
  return false;
}

/** Of ASCII alone: the length stays. */
function lowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Never within a word: the part of a secret that is left could be too short to be found. */
function cut(text: string): string {
  if (text.length <= longestText) return text;
  let end = longestText;
  while (end > 0 && wordCharacter.test(text.charAt(end - 1))) end--;
  // A word without an end can only be found by what it holds.
  return text.slice(0, end === 0 ? longestText : end);
}

/** The query as it was sent, and whatever follows the path and a question mark. */
function withoutQuery(text: string, url: string): string {
  const { pathname, search } = new URL(url);
  if (search === '') return text;
  const paths = [pathname, decoded(pathname)].map((path) => path.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const sent = url.slice(url.indexOf('?'));
  return [sent, search, decoded(sent)]
    .reduce((rest, query) => rest.replaceAll(query, ''), text)
    .replace(new RegExp(`(${paths.join('|')})\\?[^\\s"'<>()]*`, 'g'), '$1');
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
    const values = [...new URL(sent.url).searchParams.values()].filter(({ length }) => length >= shortestSecret);
    const clean = (text: string): string =>
      values
        .flatMap((value) => [value, encodeURIComponent(value)])
        .reduce((rest, value) => rest.replaceAll(value, '[query]'), redact(text, sent));
    const { reduced, code } = reduce(error, clean, maximumCauses);
    return { code, cause: reduced };
  } catch {
    // What looking at it throws may hold a secret too.
    return { code: undefined, cause: new Error('The transport threw what cannot be read as an error.') };
  }
}

type Clean = (text: string) => string;

function reduce(error: unknown, clean: Clean, causesLeft: number): { reduced: Error; code: string | undefined } {
  if (!isError(error)) return { reduced: new Error(clean(String(error))), code: undefined };
  const inner = error.cause && causesLeft > 0 ? reduce(error.cause, clean, causesLeft - 1) : undefined;
  const reduced = new Error(clean(error.message), inner && { cause: inner.reduced });
  reduced.name = clean(String(error.name));
  if (error.stack)
    reduced.stack = String(error.stack)
      .split('\n')
      .map((line) => (frame.test(line) ? line : clean(line)))
      .join('\n');
  const own = 'code' in error && typeof error.code === 'string' ? clean(error.code) : undefined;
  if (own) Object.defineProperty(reduced, 'code', { value: own, enumerable: true });
  return { reduced, code: own ?? inner?.code };
}

/** An error of another realm, such as Node's where a test runs in a context of its own, is no instance of this one's. */
function isError(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string';
}

/** A line of a stack that names a place in code, and nothing else. */
const frame = /^ {4}at .*:\d+:\d+\)?$/;
