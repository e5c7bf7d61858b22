/** Tells the kinds of errors apart, also where two copies of this package are in one program and `instanceof` fails. */
import type { ApiError } from './api-error.ts';
import type { ConflictError } from './conflict-error.ts';
import type { ConnectionError } from './connection-error.ts';
import { type FailureName, meaningOf } from './failures.ts';
import { brand, type FdiError } from './fdi-error.ts';
import type { InvalidCallError } from './invalid-call-error.ts';
import type { TimeoutError } from './timeout-error.ts';
import type { UnexpectedAnswerError } from './unexpected-answer-error.ts';

/** Whether this is an error of this client, whatever its kind. */
export function isFdiError(error: unknown): error is FdiError {
  return typeof error === 'object' && error !== null && brand in error;
}

/**
 * Whether the service refused the call or failed at it. With a name, whether it did so for this reason of the contract:
 * `isApiError(error, 'TaskNotFound')`.
 */
export function isApiError(error: unknown, failure?: FailureName): error is ApiError {
  if (!isFdiError(error) || error.name !== 'ApiError') return false;
  if (failure === undefined) return true;
  const { status, code, failure: name } = error as ApiError;
  return meaningOf(status, code, name)?.name === failure;
}

/** Whether no whole answer came because there was no connection, or it broke. */
export function isConnectionError(error: unknown): error is ConnectionError {
  return isFdiError(error) && error.name === 'ConnectionError';
}

/** Whether a data source of the name is there already, and is another one. */
export function isConflictError(error: unknown): error is ConflictError {
  return isFdiError(error) && error.name === 'ConflictError';
}

/** Whether the deadline passed. */
export function isTimeoutError(error: unknown): error is TimeoutError {
  return isFdiError(error) && error.name === 'TimeoutError';
}

/** Whether the answer is not what the contract promises. */
export function isUnexpectedAnswerError(error: unknown): error is UnexpectedAnswerError {
  return isFdiError(error) && error.name === 'UnexpectedAnswerError';
}

/** Whether the call, or the client, could not be made as asked. */
export function isInvalidCallError(error: unknown): error is InvalidCallError {
  return isFdiError(error) && error.name === 'InvalidCallError';
}
