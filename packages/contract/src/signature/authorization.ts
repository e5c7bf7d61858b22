/** The header `Authorization` of a signed request, written and read. */

/** The one algorithm; the vendor's others (SM3, SM2, ECDSA, derived keys) are not used by this API. */
export const algorithm = 'SDK-HMAC-SHA256';

/** What the header says. */
export interface Authorization {
  readonly accessKey: string;
  /** Names in lower case, joined by `;`. */
  readonly signedHeaders: string;
  /** 64 hex digits in lower case. */
  readonly signature: string;
}

export function writeAuthorization({ accessKey, signedHeaders, signature }: Authorization): string {
  return `${algorithm} Access=${accessKey}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}

/** What is signed with the secret key. */
export function stringToSign(date: string, canonicalRequestHash: string): string {
  return `${algorithm}\n${date}\n${canonicalRequestHash}`;
}

/** An access key, as a pattern: it stands between `=` and `,`. */
export const accessKeyPattern = /^[A-Za-z0-9._-]{1,128}$/;

const mostCharacters = 4096;
const mostHeaders = 64;
const form = new RegExp(
  `^${algorithm} Access=([^,;=\\s]{1,128}), ?SignedHeaders=([a-z0-9!#$%&'*+.^_\`|~-]+(?:;[a-z0-9!#$%&'*+.^_\`|~-]+)*), ?Signature=([0-9a-f]{64})$`,
);

/** What is wrong with a header that is none: another algorithm, or another form. */
export type AuthorizationFault = 'algorithm' | 'form';

/** Takes the form that `writeAuthorization` and the vendor's SDKs write, and no other. */
export function readAuthorization(header: string): Authorization | AuthorizationFault {
  if (!header.startsWith(`${algorithm} `)) return 'algorithm';
  const parts = header.length <= mostCharacters ? form.exec(header) : null;
  if (!parts) return 'form';
  const [, accessKey = '', signedHeaders = '', signature = ''] = parts;
  const names = signedHeaders.split(';');
  const isList = names.length <= mostHeaders && new Set(names).size === names.length;
  return isList && accessKeyPattern.test(accessKey) ? { accessKey, signedHeaders, signature } : 'form';
}
