/** One request and its answer inside the client, both plain objects. */
import type { CallFacts, OperationId } from '../errors/fdi-error.ts';

/** A request that is ready but for its token. */
export interface Exchange {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
  /** Milliseconds; undefined for the client's default. */
  readonly timeout: number | undefined;
  /** Undefined for a call through the raw client. */
  readonly operation: OperationId | undefined;
}

/** A whole answer, of whatever status, as it came. */
export interface Reply {
  readonly call: CallFacts;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: string;
  /** The token that was sent, to be kept out of errors. */
  readonly token: string;
}

/** Whether the status is 2xx. */
export function isOk({ status }: { readonly status: number }): boolean {
  return status >= 200 && status < 300;
}

/** The id under which the service knows the answer. */
export function requestIdOf({ headers }: Pick<Reply, 'headers'>): string | undefined {
  return headers.get('X-Request-Id') ?? undefined;
}
