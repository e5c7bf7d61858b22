/** Makes the value that a call gives back, or the error that it throws, out of a whole reply. */
import { Fault, failureHeader, type Operation } from '@roma-fdi/types';
import { ApiError } from '../errors/api-error.ts';
import { readErrorBody } from '../errors/error-body.ts';
import type { OperationId } from '../errors/fdi-error.ts';
import { redact } from '../errors/redact.ts';
import { retryAfterSeconds } from '../errors/retry-after.ts';
import type { Remedies } from '../errors/words.ts';
import { isOk, type Reply, requestIdOf, unexpected } from '../wire/exchange.ts';
import type { Result } from '../wire/operation-types.ts';
import { placeOf } from './place.ts';

/**
 * The answer's value in the promised form, with null taken for absent. Where the contract promises no body the success says everything; a
 * body is then none that it knows, and only a page of another server is no success.
 */
export function readAnswer<Id extends OperationId>(
  reply: Reply,
  operation: Operation<Id>,
  remedies: Remedies | undefined,
): Result<Id> {
  if (!isOk(reply)) throw apiError(reply, remedies);
  const isPromised = operation.check !== undefined;
  if (isPromised && reply.body === '') throw unexpected(reply, 'empty', 'the body is missing.', remedies);
  const body = isPromised || reply.body.trim() !== '' ? parse(reply, remedies) : undefined;
  const value = isPromised ? body : undefined;
  try {
    check(value, operation);
    return value;
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    throw unexpected(reply, 'shape', `${placeOf(fault, value) || 'the body'} is not ${fault.expected}.`, remedies);
  }
}

/** Throws a `Fault`. */
function check<Id extends OperationId>(value: unknown, operation: Operation<Id>): asserts value is Result<Id> {
  operation.check?.(value, { value }, 'value', true);
}

function parse(reply: Reply, remedies: Remedies | undefined): unknown {
  try {
    return JSON.parse(reply.body);
  } catch {
    const type = reply.headers.get('Content-Type')?.split(';', 1)[0] ?? 'no content type';
    const what = `the body (${redact(type, reply.sent)}) is not JSON, or is cut short.`;
    throw unexpected(reply, 'not-json', what, remedies);
  }
}

const longestMessage = 2000;

/** The error of an answer that is none of success. A server may quote what it was sent; it is cut last, since a part of a secret is not found any more. */
export function apiError(reply: Reply, remedies: Remedies | undefined): ApiError {
  const said = readErrorBody(reply.body);
  const name = reply.headers.get(failureHeader);
  const answer = {
    status: reply.status,
    code: said.code && redact(said.code, reply.sent),
    name: name ? redact(name, reply.sent) : undefined,
    message: said.message && redact(said.message, reply.sent).slice(0, longestMessage),
    requestId: requestIdOf(reply),
    retryAfter: retryAfterSeconds(reply.headers.get('Retry-After')),
  };
  return new ApiError(reply.call, answer, remedies);
}
