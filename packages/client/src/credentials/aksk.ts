/** Signs requests with an access key (AK/SK, `SDK-HMAC-SHA256`), by the WebCrypto of browsers, workers and other runtimes. */
import { stringToSign } from '@roma-fdi/contract/signature';
import type { Credentials } from '../credentials.ts';
import { InvalidCallError } from '../errors/invalid-call-error.ts';
import { type AccessKey, checkAccessKey } from './access-key.ts';
import { dateNow, draftOf } from './draft.ts';

export type { AccessKey } from './access-key.ts';

/**
 * Credentials that sign each request. The secret key stays in here: it is neither sent nor shown by what prints the credentials.
 *
 * @param key the key, or a function that gives one before each request, for temporary keys that somebody renews
 * @throws InvalidCallError for a key that cannot be one
 */
export function aksk(key: AccessKey | (() => AccessKey | Promise<AccessKey>)): Credentials {
  const fixed = typeof key === 'function' ? undefined : checkAccessKey(key);
  const importedKey = createImport();
  return {
    async sign(request) {
      const current = fixed ?? checkAccessKey(await (key as () => AccessKey | Promise<AccessKey>)());
      const { subtle } = webCrypto();
      const date = dateNow();
      const draft = draftOf(request, current, date);
      const sha256 = async (text: string): Promise<string> => hex(await subtle.digest('SHA-256', utf8.encode(text)));
      const payloadHash = draft.payload === undefined ? undefined : await sha256(draft.payload);
      const text = stringToSign(date, await sha256(draft.canonical(payloadHash)));
      const signature = await subtle.sign('HMAC', await importedKey(current.secretKey), utf8.encode(text));
      return draft.proof(hex(signature));
    },
  };
}

const utf8 = new TextEncoder();

type ImportedKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** Imports a key once, for as long as it is the same. */
function createImport(): (secretKey: string) => Promise<ImportedKey> {
  let latest: { readonly secretKey: string; readonly imported: Promise<ImportedKey> } | undefined;
  return (secretKey) => {
    if (latest?.secretKey !== secretKey) {
      const algorithm = { name: 'HMAC', hash: 'SHA-256' };
      const imported = webCrypto().subtle.importKey('raw', utf8.encode(secretKey), algorithm, false, ['sign']);
      latest = { secretKey, imported };
    }
    return latest.imported;
  };
}

/** A page that came by plain HTTP from another host has no WebCrypto. */
function webCrypto(): typeof crypto {
  if (globalThis.crypto?.subtle) return globalThis.crypto;
  throw new InvalidCallError('Requests cannot be signed here: WebCrypto is missing. A browser has it on HTTPS pages.');
}

function hex(bytes: ArrayBuffer): string {
  let text = '';
  for (const byte of new Uint8Array(bytes)) text += (byte + 256).toString(16).slice(1);
  return text;
}
