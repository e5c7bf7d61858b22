/** One request and its answer inside the client, both plain objects. */
import type { CallFacts, OperationId } from '../errors/fdi-error.ts';
import { redact, type Sent } from '../errors/redact.ts';

/** A request that is ready but for the proof of who calls. */
export interface Exchange {
  /** Undefined for a call through the raw client. */
  readonly operation: OperationId | undefined;
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
  /** Milliseconds; undefined for the client's default. */
  readonly timeout: number | undefined;
  /** Undefined for the client's default. */
  readonly retries: number | undefined;
  /** Whether sending it twice is the same as sending it once. */
  readonly isRepeatable: boolean;
}

/** A whole answer, of whatever status, as it came. */
export interface Reply {
  readonly call: CallFacts;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: string;
  /** What is to be kept out of errors. */
  readonly sent: Sent;
}

/** Whether the status is 2xx. */
export function isOk({ status }: { readonly status: number }): boolean {
  return status >= 200 && status < 300;
}

/** The ID under which the service knows the answer. */
export function requestIdOf({ headers, sent }: Pick<Reply, 'headers' | 'sent'>): string | undefined {
  const id = headers.get('X-Request-Id');
  return id ? redact(id, sent) : undefined;
}
