/** Who may call: any credentials of the right form, or one token, or whoever signs with one of the keys. */
import type { IncomingMessage } from 'node:http';
import { Failure } from '@roma-fdi/contract';
import type { KeyGrant } from '@roma-fdi/contract/grants';
import type { Target } from '@roma-fdi/contract/http';
import { type Claim, createVerifier, type SignedHead } from '@roma-fdi/contract/verify-signature';
import type { Credentials } from '../document/security.ts';

export const tokenHeader = 'x-auth-token';
export const signatureHeader = 'authorization';

/** What is taken. */
export interface Accepted {
  /** The one token; undefined for any. */
  readonly token: string | undefined;
  /** Reads the claim of a signed request; undefined where any signature is taken. */
  readonly claimOf: ((head: SignedHead) => Claim<KeyGrant>) | undefined;
}

export function accepted(token: string | undefined, keys: readonly KeyGrant[] | undefined): Accepted {
  return { token, claimOf: keys && createVerifier(keys) };
}

/**
 * Refuses a request without the credentials that its operation asks for. With a token of its own, an X-Auth-Token must be that one; with keys,
 * a signature must be by one of them. Others are taken as they are.
 *
 * @returns what a signature still has to prove over the body
 */
export function checkCredentials(
  { method = '', headers, rawHeaders }: Pick<IncomingMessage, 'method' | 'headers' | 'rawHeaders'>,
  { path, search }: Pick<Target, 'path' | 'search'>,
  { token, claimOf }: Accepted,
  alternatives: Credentials,
): Claim<KeyGrant> | undefined {
  const sent = headers[tokenHeader];
  if (sent && token !== undefined && sent !== token)
    throw new Failure('Unauthenticated', 'Incorrect IAM authentication information: the X-Auth-Token is not valid.');
  if (alternatives.some((names) => names.every((name) => headers[name]))) {
    const isSigned = !sent && headers[signatureHeader] !== undefined;
    return isSigned ? claimOf?.({ method, path, search, rawHeaders }) : undefined;
  }
  if (alternatives.flat().includes(tokenHeader)) throw new Failure('Unauthenticated');
  const wanted = alternatives.map((names) => names.join(' and ')).join(', or ');
  throw new Failure('Unauthenticated', `Credentials are missing: the operation needs ${wanted}.`);
}

/** @throws {Failure} `Unauthenticated`, or `Forbidden` for a key that is confined to other projects */
export function checkProof({ key, prove }: Claim<KeyGrant>, body: Uint8Array, project: string | undefined): void {
  prove(body);
  if (key.projects && !key.projects.includes(project ?? ''))
    throw new Failure('Forbidden', 'The access key is not allowed to call this project.');
}
