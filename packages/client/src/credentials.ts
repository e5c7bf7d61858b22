/** Who calls: the option `credentials`, brought into the one form that sending a request asks for. */
import { InvalidCallError } from './errors/invalid-call-error.ts';
import { checkHeaders, headerValue } from './header-value.ts';

/** A request that is ready to be sent, but for the headers that prove who calls. */
export interface UnsignedRequest {
  /** HTTP method in upper case. */
  readonly method: string;
  /** Whole address, path and query encoded as they are sent. */
  readonly url: string;
  /** Headers that this client sets; `fetch` adds its own, such as `Host`. */
  readonly headers: Pick<Headers, 'get' | 'has' | 'forEach'>;
  /** The body's text; undefined where there is none. */
  readonly body: string | undefined;
  /** ID of the client's project, which signatures and tokens are made for. */
  readonly projectId: string;
  /** Aborted at the deadline of the call, and when the caller aborts it. */
  readonly signal: AbortSignal;
}

/** Headers that prove who calls, such as `X-Auth-Token`. None of their values appears in an error of this client. */
export type ProofHeaders = Readonly<Record<string, string>>;

/** Proves who calls: implement it for tokens that expire, for signatures, or for what a gateway asks. */
export interface Credentials {
  /**
   * Gives the headers that prove who calls, each time a request is sent, within the deadline of the call. They replace headers of
   * the same name. What it throws is what the call fails with.
   */
  sign(request: UnsignedRequest): ProofHeaders | Promise<ProofHeaders>;
  /**
   * Called when the service answers 401: whether another try is worth it, since `sign` now gives other headers. The request is
   * then sent once more, within the same deadline. `refused` is what `sign` gave for it, which shows whether another call has
   * renewed the credentials in the meantime. Without it, and for `false`, the call fails with the 401.
   */
  renew?(refused: ProofHeaders, signal: AbortSignal): boolean | Promise<boolean>;
}

/** A string is a token, a function gives one before each request; both go into `X-Auth-Token`. A fixed token is checked at once. */
export function credentialsOf(given: string | (() => string | Promise<string>) | Credentials): Credentials {
  if (typeof given === 'string') {
    const headers = tokenHeaders(given);
    return { sign: () => headers };
  }
  if (typeof given === 'function') return { sign: async () => tokenHeaders(await given()) };
  if (typeof given?.sign !== 'function') {
    throw new InvalidCallError(
      'credentials must be a token, a function that gives one, or an object with a method sign.',
    );
  }
  return {
    sign: async (request) => checkHeaders(await given.sign(request)),
    renew: async (refused, signal) => (await given.renew?.(refused, signal)) ?? false,
  };
}

function tokenHeaders(token: unknown): ProofHeaders {
  const value = headerValue('The token of credentials', token);
  if (value === '' || value !== value.trim()) {
    throw new InvalidCallError('The token of credentials is empty, or begins or ends with a space or a tab.');
  }
  return { 'X-Auth-Token': value };
}
