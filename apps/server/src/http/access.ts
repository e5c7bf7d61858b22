/** Turns what `auth/` decided about a request into the contract's refusal. */
import { Failure } from '@roma-fdi/contract';
import type { FastifyRequest } from 'fastify';
import type { Authenticate } from '../auth/token.ts';

export function refusalOf(authenticate: Authenticate, request: FastifyRequest): Failure | undefined {
  const token = request.headers['x-auth-token'];
  const verdict = authenticate(
    { token: Array.isArray(token) ? undefined : token, authorization: request.headers.authorization },
    (request.params as { project_id: string }).project_id,
  );
  if (verdict.allowed) return undefined;
  switch (verdict.because) {
    case 'no-credentials':
      return new Failure(
        'Unauthenticated',
        'Incorrect IAM authentication information: the X-Auth-Token header is missing.',
      );
    case 'signature':
      return new Failure(
        'Unauthenticated',
        'Incorrect IAM authentication information: this server does not verify signatures yet; send X-Auth-Token.',
      );
    case 'wrong-token':
      return new Failure(
        'Unauthenticated',
        'Incorrect IAM authentication information: the token is wrong or has expired.',
      );
    case 'other-project':
      return new Failure('Forbidden', 'The token is not allowed to call this project.');
  }
}
