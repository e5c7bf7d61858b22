/** An access key as a caller gives it, checked. */
import { accessKeyPattern } from '@roma-fdi/contract/signature';
import { InvalidCallError } from '../errors/invalid-call-error.ts';
import { headerValue } from '../header-value.ts';

/** An access key of the vendor's cloud, or of a self-hosted server's keys file. */
export interface AccessKey {
  /** Access key (AK). It is sent with each request. */
  readonly accessKey: string;
  /** Secret key (SK). It signs, and is never sent. */
  readonly secretKey: string;
  /** Of a temporary access key; it is sent in `X-Security-Token`. */
  readonly securityToken?: string | undefined;
}

/** The key; refuses by name, and unquoted, what cannot be one. */
export function checkAccessKey(key: AccessKey): AccessKey {
  const { accessKey, secretKey, securityToken } = key ?? {};
  if (typeof accessKey !== 'string' || !accessKeyPattern.test(accessKey)) {
    throw new InvalidCallError('accessKey must be 1 to 128 letters, digits, ".", "_" or "-".');
  }
  if (typeof secretKey !== 'string' || secretKey === '') {
    throw new InvalidCallError('secretKey must be a string that is not empty.');
  }
  if (secretKey !== secretKey.trim()) throw new InvalidCallError('secretKey begins or ends with white space.');
  if (securityToken !== undefined) {
    if (headerValue('securityToken', securityToken) !== securityToken.trim() || securityToken === '') {
      throw new InvalidCallError('securityToken is empty, or begins or ends with white space.');
    }
  }
  return { accessKey, secretKey, securityToken };
}
