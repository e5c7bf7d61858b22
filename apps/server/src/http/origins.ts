/** Lets browsers call from the origins that the operator listed; every other origin gets no word about it. */
import type { FastifyInstance } from 'fastify';
import type { Contract } from '../contract/document.ts';

export function applyOrigins(app: FastifyInstance, origins: readonly string[], { operations }: Contract): void {
  if (origins.length === 0) return;
  const methods = [...new Set(operations.map(({ method }) => method))].join(', ');
  app.addHook('onRequest', async (request, reply) => {
    reply.header('vary', 'Origin');
    const { origin } = request.headers;
    if (origin === undefined || !origins.includes(origin)) return;
    reply.headers({
      'access-control-allow-origin': origin,
      'access-control-expose-headers': 'X-Request-Id, Retry-After, Allow',
    });
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return;
    return reply
      .headers({
        'access-control-allow-methods': methods,
        'access-control-allow-headers': 'Content-Type, X-Auth-Token',
        'access-control-max-age': '600',
      })
      .status(204)
      .send();
  });
}
