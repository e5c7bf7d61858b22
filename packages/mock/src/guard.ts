/** The guard: a proxy that lets only the contract through, in both directions, and keeps a list of what broke it. */
import { startObservedGuard } from './guard/start.ts';
import type { Violation } from './guard/violation.ts';

export interface GuardOptions {
  /**
   * Whether answers must keep the contract to the letter. Default: true. `false` is for an upstream in the cloud: null
   * counts as absent, unknown words of an enumeration pass, headers may be missing, and so do undocumented statuses of 400
   * and more. What a client relies on is still checked: required properties, types, limits, media type, good statuses.
   */
  strict?: boolean;
  /** Milliseconds that the upstream has for an answer; later the guard answers 503. Default: 120,000. */
  timeout?: number;
  /** Port to listen on. Default: 0, a free one. */
  port?: number;
  /** Address to listen on. Default: `127.0.0.1`, which no other machine reaches. */
  host?: string;
  /** Origins whose pages may call through the guard. Default: none. */
  origins?: readonly string[];
  /** Milliseconds in which a request must have arrived; later it gets 408. Default: 30,000. */
  requestTimeout?: number;
  /**
   * A file to be made, in which every exchange with the upstream is kept as a line of JSON, its values redacted, up to 10 MiB. Default:
   * none is kept.
   */
  record?: string;
  /** A bundled OpenAPI 3.1 document, parsed. Default: the contract that this version of the package was made from. */
  document?: object;
}

export interface Guard {
  /** Give it to the client as its base URL, in place of the upstream's. */
  url: string;
  port: number;
  /** What broke the contract so far, in the order in which it was seen; at most the first 1,000. */
  violations: readonly Violation[];
  /** Returns the violations and forgets them, for a test that breaks the contract on purpose. */
  takeViolations(): Violation[];
  /** Ends all connections and frees the port. */
  close(): Promise<void>;
}

/**
 * Starts a guard in front of an upstream: a URL, or anything that has one, such as a mock.
 *
 * A request that breaks the contract is not forwarded but answered as the mock would; an answer that breaks it, or HTTP, or
 * has no end becomes a 500 that names the violation. An upstream that cannot be reached is no violation: the answer is 503.
 * What passes is passed as it is, credentials and the upstream's X-Request-Id included. A caller that hangs up ends the work
 * of the upstream, and no answer to it is a violation.
 *
 * @throws TypeError when the upstream is no http or https URL, an option is unknown or cannot work, or the document has what is not
 * supported; its message names it.
 * @throws Error when the port or the address cannot be used; its message says what to do.
 */
export function startGuard(upstream: string | URL | { url: string }, options: GuardOptions = {}): Promise<Guard> {
  return startObservedGuard(upstream, options);
}
