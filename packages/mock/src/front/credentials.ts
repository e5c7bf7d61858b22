/** Who may call: any credentials of the right form, or one token. */
import type { IncomingHttpHeaders } from 'node:http';
import { Failure } from '@roma-fdi/contract';

/**
 * Refuses a request without credentials. With a `token`, an X-Auth-Token must be that one; a signature in Authorization
 * is taken as it is, since nothing here could verify it.
 */
export function checkCredentials(headers: IncomingHttpHeaders, token: string | undefined): void {
  const sent = headers['x-auth-token'];
  if (sent) {
    if (token === undefined || sent === token) return;
    throw new Failure('Unauthenticated', 'Incorrect IAM authentication information: the X-Auth-Token is not valid.');
  }
  if (!headers.authorization) throw new Failure('Unauthenticated');
}
