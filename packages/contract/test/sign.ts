/** Signs a request for tests that may not use the client: all headers that it has, as the vendor's SDKs do. */
import { createHash, createHmac } from 'node:crypto';
import { canonicalRequest, sdkDate, stringToSign, writeAuthorization } from '../src/signature/index.ts';
import type { SigningKey } from '../src/verify-signature.ts';
import type { SignedRequest } from './tamperings.ts';

/** @param headers must not have Host and X-Sdk-Date, which are added */
export function sign(
  { url, method, headers, body }: SignedRequest,
  { accessKey, secretKey }: SigningKey,
  now = Date.now(),
): SignedRequest {
  const { host, pathname, search } = new URL(url);
  const sent = { ...headers, 'X-Sdk-Date': sdkDate(now) };
  const signed = Object.entries({ ...sent, Host: host })
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .sort();
  const signedHeaders = signed.map(([name]) => name).join(';');
  const payloadHash = createHash('sha256')
    .update(body ?? '')
    .digest('hex');
  const parts = { method, path: pathname, query: search.slice(1), headers: signed, signedHeaders, payloadHash };
  const hash = createHash('sha256').update(canonicalRequest(parts)).digest('hex');
  const signature = createHmac('sha256', secretKey)
    .update(stringToSign(sdkDate(now), hash))
    .digest('hex');
  const authorization = writeAuthorization({ accessKey, signedHeaders, signature });
  return { url, method, headers: { ...sent, Authorization: authorization }, body };
}
