/** Lets browsers call from the origins that were listed; every other origin gets no word about it. */
import type { IncomingMessage } from 'node:http';
import { failureHeader } from '@roma-fdi/types';

/** What a request may send beside what browsers send anyway: a body's type, a token, or what a signature needs. */
const requestHeaders = [
  'Content-Type',
  'X-Auth-Token',
  'Authorization',
  'X-Project-Id',
  'X-Sdk-Content-Sha256',
  'X-Sdk-Date',
  'X-Security-Token',
];

export interface OriginVerdict {
  /** What every answer to the request carries. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the request asks for nothing but these headers: it is answered 204. */
  readonly preflight: boolean;
}

export function judgeOrigin(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  origins: readonly string[],
  operations: readonly { readonly method: string }[],
): OriginVerdict {
  if (origins.length === 0) return { headers: {}, preflight: false };
  const vary = { vary: 'Origin' };
  const { origin } = headers;
  if (origin === undefined || !origins.includes(origin)) return { headers: vary, preflight: false };
  const allowed = {
    ...vary,
    'access-control-allow-origin': origin,
    'access-control-expose-headers': `X-Request-Id, Retry-After, Allow, ${failureHeader}`,
  };
  if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined)
    return { headers: allowed, preflight: false };
  const preflight = {
    ...allowed,
    'access-control-allow-methods': [...new Set(operations.map((operation) => operation.method))].join(', '),
    'access-control-allow-headers': requestHeaders.join(', '),
    'access-control-max-age': '600',
  };
  return { headers: preflight, preflight: true };
}
