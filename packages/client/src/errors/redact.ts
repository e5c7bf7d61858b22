/** Keeps credentials out of texts that others wrote: a server's message, a transport's error. */
import type { ProofHeaders } from '../credentials.ts';

/** Shorter values are no secret, and replacing them would tear words apart. */
const shortestSecret = 4;
/** The same for parts of a value, among which are words such as `Bearer` and `SDK-HMAC-SHA256`. */
const shortestPart = 16;

/** The text with `[secret]` in place of each value that was sent as proof, and of each long part of one, such as a signature. */
export function redact(text: string, proof: ProofHeaders): string {
  const values = Object.values(proof).filter(({ length }) => length >= shortestSecret);
  const parts = values.flatMap((value) => value.split(/[\s,=]+/)).filter(({ length }) => length >= shortestPart);
  return [...values, ...parts].reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text);
}

const maximumCauses = 4;

/**
 * A transport's error reduced to messages, names, codes and stacks, its causes included: other properties may hold the request
 * with its headers. `code` is the first one found, since fetch buries it in the cause.
 */
export function reduceFault(error: unknown, proof: ProofHeaders): { code: string | undefined; cause: Error } {
  try {
    const { reduced, code } = reduce(error, proof, maximumCauses);
    return { code, cause: reduced };
  } catch {
    // What looking at it throws may hold a secret too.
    return { code: undefined, cause: new Error('The transport threw what cannot be read as an error.') };
  }
}

function reduce(error: unknown, proof: ProofHeaders, causesLeft: number): { reduced: Error; code: string | undefined } {
  if (!(error instanceof Error)) return { reduced: new Error(redact(String(error), proof)), code: undefined };
  const inner = error.cause && causesLeft > 0 ? reduce(error.cause, proof, causesLeft - 1) : undefined;
  const reduced = new Error(redact(error.message, proof), inner && { cause: inner.reduced });
  reduced.name = redact(error.name, proof);
  if (error.stack) reduced.stack = redact(error.stack, proof);
  const own = 'code' in error && typeof error.code === 'string' ? redact(error.code, proof) : undefined;
  if (own) Object.defineProperty(reduced, 'code', { value: own, enumerable: true });
  return { reduced, code: own ?? inner?.code };
}
