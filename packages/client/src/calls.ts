/** Each operation as a function of its own, so that a bundle holds what it calls and nothing else. */
export type { Answer } from './answers/answer.ts';
export * from './calls/composite-tasks.ts';
export * from './calls/data-sources.ts';
export * from './calls/mappings.ts';
export * from './calls/tasks.ts';
export { connect } from './connect.ts';
export type { Credentials, ProofHeaders, UnsignedRequest } from './credentials.ts';
export type { ApiError } from './errors/api-error.ts';
export type { ConnectionError } from './errors/connection-error.ts';
export type { FailureAction, FailureName } from './errors/failures.ts';
export type { FdiError, OperationId } from './errors/fdi-error.ts';
export {
  isApiError,
  isConnectionError,
  isFdiError,
  isInvalidCallError,
  isTimeoutError,
  isUnexpectedAnswerError,
} from './errors/guards.ts';
export type { InvalidCallError } from './errors/invalid-call-error.ts';
export type { TimeoutError } from './errors/timeout-error.ts';
export type { UnexpectedAnswerError } from './errors/unexpected-answer-error.ts';
export type { Remedies } from './errors/words.ts';
export type { CallOptions, ConnectOptions } from './options.ts';
export { type Region, regionUrl } from './region.ts';
export type { Answered, AnswerPromise } from './wire/answer-promise.ts';
export type { Call, Connection } from './wire/call.ts';
export type { Input, Result } from './wire/operation-types.ts';
