/** What a user may have called while calls run: for tracing, metrics and logs. */
import type { CallFacts } from '../errors/fdi-error.ts';

/** A request of a call that is about to be sent, credentials included. */
export interface RequestEvent {
  /** Operation, method and path; the same object in all events of one call. */
  readonly call: CallFacts;
  /** Number of the request in its call, from 1. */
  readonly attempt: number;
}

/** The end of one request. */
export interface AnswerEvent extends RequestEvent {
  /** From the sending to the end of the answer's body, in milliseconds. */
  readonly duration: number;
  /** HTTP status; undefined where no answer came. */
  readonly status: number | undefined;
  /** `X-Request-Id` of the answer. */
  readonly requestId: string | undefined;
  /** What went wrong where no whole answer came; undefined for an answer of any status. */
  readonly error: unknown;
}

/** A wait before the next request of the call. */
export interface RetryEvent extends RequestEvent {
  /** Milliseconds until the next request. */
  readonly wait: number;
  /** What the attempt failed with. */
  readonly error: unknown;
}

/** The end of a call with all its requests. */
export interface OutcomeEvent {
  /** The same object as in the other events of the call. */
  readonly call: CallFacts;
  /** How many requests were sent. */
  readonly attempts: number;
  /** From the start of the call, waits included, in milliseconds. */
  readonly duration: number;
  /** HTTP status of the last answer; undefined where none came. */
  readonly status: number | undefined;
  /** `X-Request-Id` of the last answer. */
  readonly requestId: string | undefined;
  /** What the call fails with; undefined where it succeeds. */
  readonly error: unknown;
}

/** What is called of a call, in this order. What a hook throws breaks no call: it is reported once. Nothing waits for a hook. */
export interface Hooks {
  /** Before each request. */
  onRequest?: ((event: RequestEvent) => unknown) | undefined;
  /** After each request, however it ended. */
  onAnswer?: ((event: AnswerEvent) => unknown) | undefined;
  /** Before each wait for another attempt. */
  onRetry?: ((event: RetryEvent) => unknown) | undefined;
  /** When the call ends: once. */
  onOutcome?: ((event: OutcomeEvent) => unknown) | undefined;
}

/** The names of the hooks. */
export const hookNames = ['onRequest', 'onAnswer', 'onRetry', 'onOutcome'] as const satisfies readonly (keyof Hooks)[];
