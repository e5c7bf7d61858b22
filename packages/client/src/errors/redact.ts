/** Keeps the token out of texts that others wrote: a server's message, a transport's error. */

/** Shorter ones are no secret, and would tear words apart. */
const shortestSecret = 4;

/** The text with `[token]` in place of the token. */
export function redact(text: string, token: string): string {
  return token.length < shortestSecret ? text : text.replaceAll(token, '[token]');
}

const maximumCauses = 4;

/**
 * A transport's error reduced to messages, names, codes and stacks, its causes included: other properties may hold the request
 * with its headers. `code` is the first one found, since fetch buries it in the cause.
 */
export function reduceFault(error: unknown, token: string): { code: string | undefined; cause: Error } {
  try {
    const { reduced, code } = reduce(error, token, maximumCauses);
    return { code, cause: reduced };
  } catch {
    // What looking at it throws may hold the token too.
    return { code: undefined, cause: new Error('The transport threw what cannot be read as an error.') };
  }
}

function reduce(error: unknown, token: string, causesLeft: number): { reduced: Error; code: string | undefined } {
  if (!(error instanceof Error)) return { reduced: new Error(redact(String(error), token)), code: undefined };
  const inner = error.cause && causesLeft > 0 ? reduce(error.cause, token, causesLeft - 1) : undefined;
  const reduced = new Error(redact(error.message, token), inner && { cause: inner.reduced });
  reduced.name = redact(error.name, token);
  if (error.stack) reduced.stack = redact(error.stack, token);
  const own = 'code' in error && typeof error.code === 'string' ? redact(error.code, token) : undefined;
  if (own) Object.defineProperty(reduced, 'code', { value: own, enumerable: true });
  return { reduced, code: own ?? inner?.code };
}
