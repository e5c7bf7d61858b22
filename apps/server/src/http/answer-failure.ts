/** The one place where an error becomes an answer. */
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { failureBody } from '@roma-fdi/contract';
import { drained } from '@roma-fdi/contract/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { failureOf } from './failure-of.ts';

export async function answerFailure(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const failure = failureOf(error, request.routeOptions.bodyLimit);
  // A caller that hangs up while it sends is no fault of ours, and nobody is left to answer.
  const hungUp = error === request.raw.errored;
  // A refusal for want of room, or at the end, is no fault, and may come a thousand times.
  const isRefusal = failure.name === 'Unavailable' && failure.cause === undefined;
  if (failure.status >= 500 && !hungUp && !isRefusal) request.log.error({ err: error }, 'failed');
  // The rest of a body that was begun and refused is in the way of the next request.
  const isCut = failure.name === 'BodyTooLarge' || failure === request.refusedBytes;
  const body = failureBody(failure);
  return reply
    .headers({
      'x-request-id': request.id,
      'content-length': Buffer.byteLength(body),
      ...(isCut ? { connection: 'close' } : {}),
      ...failure.headers,
    })
    .status(failure.status)
    .type('application/json')
    .send(isCut ? Readable.from(untilDrained(body, request.raw)) : body);
}

/** All of the answer at once, and its end, which ends the connection, once the caller has had time to read it. */
async function* untilDrained(body: string, request: IncomingMessage): AsyncGenerator<string> {
  yield body;
  await drained(request);
}
