/** Makes the value that a method returns, or the error that it throws, out of a whole reply. */
import { ApiError } from '../errors/api-error.ts';
import { readErrorBody } from '../errors/error-body.ts';
import { redact } from '../errors/redact.ts';
import { retryAfterSeconds } from '../errors/retry-after.ts';
import { UnexpectedAnswerError, type UnexpectedReason } from '../errors/unexpected-answer-error.ts';
import { isOk, type Reply, requestIdOf } from '../wire/exchange.ts';
import { dropNulls } from './drop-nulls.ts';
import type { Shape } from './shape.ts';

/** The answer's value in the promised form, with null taken for absent. */
export function readAnswer<T>(reply: Reply, promised: Shape): T {
  readNothing(reply);
  if (reply.body === '') throw unexpected(reply, 'empty', 'the body that the contract promises is missing.');
  const value = parse(reply);
  dropNulls(value);
  const fault = promised(value);
  if (fault) {
    throw unexpected(
      reply,
      'shape',
      `${fault.at || 'the body'} is not ${fault.expected}. Is this the address of the API?`,
    );
  }
  return value as T;
}

/** For operations whose success says everything: throws for a failure, and does not look at the body. */
export function readNothing(reply: Reply): void {
  if (!isOk(reply)) throw apiError(reply);
}

function parse(reply: Reply): unknown {
  try {
    return JSON.parse(reply.body);
  } catch {
    const type = reply.headers.get('Content-Type')?.split(';', 1)[0] ?? 'no content type';
    throw unexpected(reply, 'not-json', `the body (${redact(type, reply.token)}) is not JSON, or is cut short.`);
  }
}

function unexpected(reply: Reply, reason: UnexpectedReason, what: string): UnexpectedAnswerError {
  return new UnexpectedAnswerError(reply.call, { status: reply.status, requestId: requestId(reply) }, reason, what);
}

/** A server may quote what it was sent. */
function apiError(reply: Reply): ApiError {
  const said = readErrorBody(reply.body);
  return new ApiError(reply.call, {
    status: reply.status,
    code: said.code && redact(said.code, reply.token),
    message: said.message && redact(said.message, reply.token),
    requestId: requestId(reply),
    retryAfter: retryAfterSeconds(reply.headers.get('Retry-After')),
  });
}

function requestId(reply: Reply): string | undefined {
  const id = requestIdOf(reply);
  return id && redact(id, reply.token);
}
