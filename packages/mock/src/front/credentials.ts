/** Who may call: any credentials of the right form, or one token. */
import type { IncomingHttpHeaders } from 'node:http';
import { Failure } from '@roma-fdi/contract';
import type { Credentials } from '../document/security.ts';

export const tokenHeader = 'x-auth-token';

/**
 * Refuses a request without the credentials that its operation asks for. With a `token`, an X-Auth-Token must be that one;
 * others, such as a signature in Authorization, are taken as they are, since nothing here could verify them.
 */
export function checkCredentials(
  headers: IncomingHttpHeaders,
  token: string | undefined,
  alternatives: Credentials,
): void {
  const sent = headers[tokenHeader];
  if (sent && token !== undefined && sent !== token)
    throw new Failure('Unauthenticated', 'Incorrect IAM authentication information: the X-Auth-Token is not valid.');
  if (alternatives.some((names) => names.every((name) => headers[name]))) return;
  if (alternatives.flat().includes(tokenHeader)) throw new Failure('Unauthenticated');
  const wanted = alternatives.map((names) => names.join(' and ')).join(', or ');
  throw new Failure('Unauthenticated', `Credentials are missing: the operation needs ${wanted}.`);
}
