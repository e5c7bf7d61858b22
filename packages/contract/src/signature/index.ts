/** The signature `SDK-HMAC-SHA256` (AK/SK) but for its two hash functions: signer and verifier bring their own. Runs anywhere. */
export {
  type Authorization,
  type AuthorizationFault,
  accessKeyPattern,
  algorithm,
  readAuthorization,
  stringToSign,
  writeAuthorization,
} from './authorization.ts';
export { canonicalRequest, emptyHash, type SignedParts, unsignedPayload } from './canonical-request.ts';
export { readSdkDate, sdkDate } from './sdk-date.ts';
