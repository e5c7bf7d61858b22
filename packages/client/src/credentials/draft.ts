/** A request as it is signed, but for the two hashes that each runtime makes in its own way. */
import {
  canonicalRequest,
  emptyHash,
  sdkDate,
  unsignedPayload,
  writeAuthorization,
} from '@roma-fdi/contract/signature';
import type { ProofHeaders, UnsignedRequest } from '../credentials.ts';
import type { AccessKey } from './access-key.ts';

/** What is to be signed, with what becomes of it. */
export interface Draft {
  /** What the payload hash is made of; undefined where it is known. */
  readonly payload: string | undefined;
  canonical(payloadHash: string | undefined): string;
  /** The headers; called once. */
  proof(signature: string): ProofHeaders;
}

const jsonType = /^application\/json(?:[;\s]|$)/i;

/**
 * Signs what the vendor's SDKs sign and no proxy changes: the type of the body, the host, and the headers of the signature itself.
 *
 * @param date as `X-Sdk-Date` has it
 */
export function draftOf(
  { method, url, headers, body, projectId }: UnsignedRequest,
  { accessKey, securityToken }: AccessKey,
  date: string,
): Draft {
  const type = headers.get('Content-Type');
  // The vendor's SDKs sign no body but JSON, and what its gateway makes of others is not known.
  const isUnsigned = body !== undefined && body !== '' && !jsonType.test(type ?? '');
  const host = url.indexOf('//') + 2;
  const path = url.indexOf('/', host);
  const query = url.indexOf('?', path);
  // In the order of their names.
  const signed: (readonly [string, string])[] = [];
  const proof: Record<string, string> = { 'X-Sdk-Date': date, 'X-Project-Id': projectId };
  if (type !== null) signed.push(['content-type', type]);
  signed.push(['host', url.slice(host, path)], ['x-project-id', projectId]);
  if (isUnsigned) {
    signed.push(['x-sdk-content-sha256', unsignedPayload]);
    proof['X-Sdk-Content-Sha256'] = unsignedPayload;
  }
  signed.push(['x-sdk-date', date]);
  if (securityToken !== undefined) {
    signed.push(['x-security-token', securityToken]);
    proof['X-Security-Token'] = securityToken;
  }
  let signedHeaders = '';
  for (const [name] of signed) signedHeaders += signedHeaders === '' ? name : `;${name}`;
  return {
    payload: isUnsigned || body === '' ? undefined : body,
    canonical: (payloadHash = isUnsigned ? unsignedPayload : emptyHash) =>
      canonicalRequest({
        method,
        path: query === -1 ? url.slice(path) : url.slice(path, query),
        query: query === -1 ? '' : url.slice(query + 1),
        headers: signed,
        signedHeaders,
        payloadHash,
      }),
    proof(signature) {
      proof['Authorization'] = writeAuthorization({ accessKey, signedHeaders, signature });
      return proof;
    },
  };
}

let latest = { second: Number.NaN, date: '' };

/** Now, as `X-Sdk-Date` has it; made once a second. */
export function dateNow(): string {
  const second = Math.floor(Date.now() / 1000);
  if (second !== latest.second) latest = { second, date: sdkDate(second * 1000) };
  return latest.date;
}
