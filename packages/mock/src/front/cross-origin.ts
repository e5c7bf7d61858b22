/** Answers to other origins: none is trusted unless it was listed. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Route } from '../contract/routes.ts';

/** Lets a listed origin read the answer; any other gets nothing at all. */
export function allowOrigin(request: IncomingMessage, response: ServerResponse, origins: readonly string[]): void {
  if (origins.length === 0) return;
  response.setHeader('vary', 'Origin');
  const { origin } = request.headers;
  if (origin === undefined || !origins.includes(origin)) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', 'X-Request-Id, Retry-After, Allow');
}

/** Whether a request is the preflight of a listed origin. */
export function isPreflight({ method, headers }: IncomingMessage, origins: readonly string[]): boolean {
  return (
    method === 'OPTIONS' &&
    headers['access-control-request-method'] !== undefined &&
    headers.origin !== undefined &&
    origins.includes(headers.origin)
  );
}

/** What a listed origin may send to a path. */
export function preflightHeaders(route: Route): Record<string, string> {
  return {
    'access-control-allow-methods': [...route.operations.keys()].join(', '),
    'access-control-allow-headers': 'Authorization, Content-Type, Prefer, X-Auth-Token, X-Sdk-Date',
    'access-control-max-age': '600',
  };
}
