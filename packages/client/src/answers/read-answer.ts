/** Makes the value that a method returns, or the error that it throws, out of a whole reply. */
import { type AnswerShape, failureHeader } from '@roma-fdi/types';
import { ApiError } from '../errors/api-error.ts';
import { readErrorBody } from '../errors/error-body.ts';
import { checkBaseUrl } from '../errors/foreign-answer.ts';
import { redact } from '../errors/redact.ts';
import { retryAfterSeconds } from '../errors/retry-after.ts';
import { UnexpectedAnswerError, type UnexpectedReason } from '../errors/unexpected-answer-error.ts';
import { isOk, type Reply, requestIdOf } from '../wire/exchange.ts';
import { dropNulls } from './drop-nulls.ts';
import { findFault } from './shape.ts';

/**
 * The answer's value in the promised form, with null taken for absent. Without a shape the success says everything; a body is then none
 * that the contract promises, and only a page of another server is no success.
 */
export function readAnswer<T>(reply: Reply, shape: AnswerShape | null): T {
  if (!isOk(reply)) throw apiError(reply);
  if (!shape) {
    if (reply.body.trim() !== '') parse(reply);
    return undefined as T;
  }
  if (reply.body === '') {
    throw unexpected(reply, 'empty', `the body that the contract promises is missing. ${checkBaseUrl}`);
  }
  const value = parse(reply);
  dropNulls(value);
  const fault = findFault(value, shape);
  if (fault) {
    throw unexpected(
      reply,
      'shape',
      `${fault.at || 'the body'} is not ${fault.expected}. Is this the address of the API? ${checkBaseUrl}`,
    );
  }
  return value as T;
}

function parse(reply: Reply): unknown {
  try {
    return JSON.parse(reply.body);
  } catch {
    const type = reply.headers.get('Content-Type')?.split(';', 1)[0] ?? 'no content type';
    const media = redact(type, reply.sent);
    const what = /^\s*</.test(reply.body)
      ? `the body (${media}) is a page and not JSON: a website has the address, or a proxy answered.`
      : `the body (${media}) is not JSON, or is cut short.`;
    throw unexpected(reply, 'not-json', `${what} ${checkBaseUrl}`);
  }
}

function unexpected(reply: Reply, reason: UnexpectedReason, what: string): UnexpectedAnswerError {
  return new UnexpectedAnswerError(reply.call, { status: reply.status, requestId: requestIdOf(reply) }, reason, what);
}

const longestMessage = 2000;

/** A server may quote what it was sent; it is cut last, since a part of a secret is not found any more. */
function apiError(reply: Reply): ApiError {
  const said = readErrorBody(reply.body);
  return new ApiError(reply.call, {
    status: reply.status,
    code: said.code && redact(said.code, reply.sent),
    name: reply.headers.get(failureHeader) ?? undefined,
    message: said.message && redact(said.message, reply.sent).slice(0, longestMessage),
    requestId: requestIdOf(reply),
    retryAfter: retryAfterSeconds(reply.headers.get('Retry-After')),
  });
}
