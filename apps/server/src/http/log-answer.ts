/** One log line for each answer: no query, no body, no credentials. */
import type { FastifyReply, FastifyRequest } from 'fastify';

export function logAnswer(request: FastifyRequest, reply: FastifyReply): void {
  const { method, url, headers } = request;
  const operation = request.routeOptions.config.operationId;
  const caller = headers['x-request-id'];
  request.log.info(
    {
      ...(caller ? { callerRequestId: String(caller).slice(0, 64) } : {}),
      method,
      path: url.split('?', 1)[0]?.slice(0, 256),
      operation,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    },
    'answered',
  );
}
