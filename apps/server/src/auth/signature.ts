/** Who calls with a signature: the claim from the head, before any body is read, and its proof over the body, after it. */
import { Failure } from '@roma-fdi/contract';
import type { KeyGrant } from '@roma-fdi/contract/grants';
import { type Claim, createVerifier, type SignedHead } from '@roma-fdi/contract/verify-signature';
import { callerAt, createFailedProofs, type FailedProofs } from './failed-proofs.ts';

/** A claim whose proof is outstanding. */
export interface Pending {
  /**
   * @param body its bytes as they came; undefined for none
   * @throws {Failure} `Unauthenticated`, or `TooManyRequests` after too many of them
   */
  prove(body: Uint8Array | undefined): void;
  /** Whether the key may call the project; nobody is to know before the proof. */
  allows(project: string): boolean;
}

/**
 * Reads the claim of a request from its head.
 *
 * @param address where it comes from
 * @throws {Failure} `Unauthenticated` or `TooManyRequests`
 */
export type ClaimOf = (head: SignedHead, address: string) => Pending;

export function createClaims(keys: readonly KeyGrant[], failedProofs: FailedProofs = createFailedProofs()): ClaimOf {
  const verify = createVerifier(keys);
  return (head, address) => {
    const claim = verify(head);
    const who = `${claim.key.accessKey} ${callerAt(address)}`;
    const refuseForNow = (): void => {
      const seconds = failedProofs.waitOf(who);
      if (seconds !== undefined) throw tooMany(seconds);
    };
    refuseForNow();
    return {
      prove(body) {
        // Others of this caller may have failed since.
        refuseForNow();
        prove(claim, body, who, failedProofs);
      },
      allows: (project) => claim.key.projects?.includes(project) ?? true,
    };
  };
}

function prove(claim: Claim<KeyGrant>, body: Uint8Array | undefined, who: string, failedProofs: FailedProofs): void {
  try {
    claim.prove(body);
  } catch (error) {
    const seconds = failedProofs.failed(who);
    throw seconds === undefined ? error : tooMany(seconds);
  }
  failedProofs.succeeded(who);
}

function tooMany(seconds: number): Failure {
  const message = `Too many signatures by this access key from this address were wrong: check the secret key, then wait ${seconds} s.`;
  return new Failure('TooManyRequests', message, { headers: { 'retry-after': String(seconds) } });
}
