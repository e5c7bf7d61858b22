/** Lets requests in by their credentials, or refuses them in the contract's words. */
import { Failure } from '@roma-fdi/contract';
import { readTarget } from '@roma-fdi/contract/http';
import type { FastifyRequest } from 'fastify';
import type { ClaimOf, Pending } from '../auth/signature.ts';
import type { Authenticate } from '../auth/token.ts';

export interface Access {
  readonly authenticate: Authenticate;
  /** Undefined where the server has no keys. */
  readonly claimOf: ClaimOf | undefined;
}

/**
 * Judges the credentials by the head of a request alone.
 *
 * @returns what is still to be proved once the body is there; undefined for a token
 * @throws {Failure} `Unauthenticated`, `Forbidden` or `TooManyRequests`
 */
export function admit({ authenticate, claimOf }: Access, request: FastifyRequest): Pending | undefined {
  const { 'x-auth-token': token, authorization } = request.headers;
  if (!token && authorization !== undefined) return claimed(claimOf, request);
  const verdict = authenticate(Array.isArray(token) ? undefined : token, projectOf(request));
  if (verdict.allowed) return undefined;
  switch (verdict.because) {
    case 'no-credentials':
      throw unauthenticated('neither X-Auth-Token nor a signature in Authorization was sent');
    case 'wrong-token':
      throw unauthenticated('the token is wrong or has expired');
    case 'other-project':
      throw new Failure('Forbidden');
  }
}

/** @throws {Failure} `Unauthenticated`, `Forbidden` or `TooManyRequests` */
export function requireProof(pending: Pending, body: Uint8Array | undefined, request: FastifyRequest): void {
  pending.prove(body);
  if (!pending.allows(projectOf(request)))
    throw new Failure('Forbidden', 'The access key is not allowed to call this project.');
}

function claimed(claimOf: ClaimOf | undefined, { raw, method, ip }: FastifyRequest): Pending {
  if (!claimOf) throw unauthenticated('this server knows no access keys (--keys-file); send X-Auth-Token');
  const { path, search } = readTarget(raw, Number.POSITIVE_INFINITY);
  return claimOf({ method, path, search, rawHeaders: raw.rawHeaders }, ip);
}

const projectOf = ({ params }: FastifyRequest): string => (params as { readonly project_id: string }).project_id;

function unauthenticated(why: string): Failure {
  return new Failure('Unauthenticated', `Incorrect IAM authentication information: ${why}.`);
}
