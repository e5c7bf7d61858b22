/** Decides by the token alone who calls and what they may reach, before any body is read. */
import { hash, timingSafeEqual } from 'node:crypto';

/** A token that the operator configured. */
export interface Grant {
  readonly token: string;
  /** Project IDs that it may call; undefined means every project. */
  readonly projects?: readonly string[] | undefined;
}

export type Verdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: 'no-credentials' | 'wrong-token' | 'other-project' };

/** @param token `X-Auth-Token` */
export type Authenticate = (token: string | undefined, project: string) => Verdict;

export function createAuthenticator(grants: readonly Grant[]): Authenticate {
  const known = grants.map(({ token, projects }) => ({ digest: digest(token), projects }));
  return (token, project) => {
    if (!token) return { allowed: false, because: 'no-credentials' };
    const presented = digest(token);
    // Every grant is compared, and digests instead of tokens, so that the time taken tells nothing about them.
    let grant: (typeof known)[number] | undefined;
    for (const candidate of known) if (timingSafeEqual(candidate.digest, presented)) grant = candidate;
    if (!grant) return { allowed: false, because: 'wrong-token' };
    if (grant.projects && !grant.projects.includes(project)) return { allowed: false, because: 'other-project' };
    return { allowed: true };
  };
}

const digest = (token: string): Buffer => hash('sha256', token, 'buffer');
