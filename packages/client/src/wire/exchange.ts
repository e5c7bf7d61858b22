/** One request and its answer inside the client, both plain objects. */
import type { CallFacts } from '../errors/fdi-error.ts';
import { redact, type Sent } from '../errors/redact.ts';
import { UnexpectedAnswerError, type UnexpectedReason } from '../errors/unexpected-answer-error.ts';
import type { Remedies } from '../errors/words.ts';
import type { Watch } from './watch.ts';

/** A request that is ready but for the proof of who calls. */
export interface Exchange {
  readonly call: CallFacts;
  readonly url: string;
  /** Names are in lower case, so that none is there twice. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
  /** Milliseconds. */
  readonly timeout: number;
  /** How often it is sent again at most. */
  readonly maxRetries: number;
  /** Whether sending it twice is the same as sending it once. */
  readonly isRepeatable: boolean;
  /** Of a deletion: the failures that mean, of an attempt after the first, that an earlier one has succeeded; and the answer's body then. */
  readonly ifGone?: { readonly failures: readonly string[]; readonly body: string } | undefined;
  readonly watch: Watch | undefined;
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

/** What an answer is known by before its body. */
export type Begun = Pick<Reply, 'call' | 'sent' | 'status' | 'headers'>;

/** The error for an answer that is none of this API's. */
export function unexpected(
  answer: Begun,
  reason: UnexpectedReason,
  what: string,
  remedies: Remedies | undefined,
): UnexpectedAnswerError {
  const { call, status } = answer;
  return new UnexpectedAnswerError(call, { status, requestId: requestIdOf(answer) }, reason, what, remedies);
}
