/** Says what has probably happened where a failure is not in this API's words: a proxy, a gateway or another server has answered. */
import { pathRoot } from '@roma-fdi/types';
import type { KnownFailure } from './failures.ts';
import type { Explanation } from './words.ts';

/** What a caller checks where another server has the address. */
export const checkBaseUrl = `Check baseUrl: scheme, host, port, and its path, which ends before the API's own (${pathRoot}...).`;

const nothingHere: Explanation = { meaning: 'No server of this API answers at this address.', remedy: checkBaseUrl };

const refused: Explanation = {
  meaning: 'A proxy, a gateway or a firewall before the service refused the call.',
  remedy: `Check the credentials, and whether this machine may call the address. ${checkBaseUrl}`,
};

const noService: Explanation = {
  meaning: 'A gateway or a proxy got no answer from the service behind it; whether the call was done is unknown.',
  remedy: `Check that the service runs, then try again. ${checkBaseUrl}`,
};

const proxyCredentials: Explanation = {
  meaning: 'A proxy on the way to the service asks for credentials of its own.',
  remedy: 'Give the proxy its credentials where it is configured (transport, or the environment), or call without it.',
};

const byStatus: Readonly<Record<number, Explanation>> = {
  401: refused,
  403: refused,
  405: nothingHere,
  407: proxyCredentials,
  501: nothingHere,
  502: noService,
  503: noService,
  504: noService,
};

const failed: Explanation = {
  meaning: "The server failed, and says no more in this API's form.",
  remedy: `Try again later. ${checkBaseUrl}`,
};

/** Codes of the vendor's look so, also those that the contract does not know. */
const vendorCode = /^[A-Z]+\.\d+$/;

/**
 * The explanation of an answer without a code of the vendor's and without the name of its failure; undefined for any other, and where the
 * status says enough, such as 429.
 *
 * @param known what the contract makes of the answer; by its status alone that is a guess
 */
export function explainForeign(
  {
    status,
    code,
    name,
  }: { readonly status: number; readonly code: string | undefined; readonly name: string | undefined },
  known: KnownFailure | undefined,
): Explanation | undefined {
  if ((code !== undefined && vendorCode.test(code)) || (known && known.name === name)) return undefined;
  return byStatus[status] ?? (known ? undefined : status >= 500 ? failed : nothingHere);
}

/** What fetch makes of a proxy's refusal is no answer but an error, which has no code; undefined for any other error. */
export function explainProxy(error: Error): Explanation | undefined {
  const { message, cause } = error;
  if (/proxy authentication required|proxy response \(407\)/i.test(message)) return proxyCredentials;
  if (/proxy response \(\d+\)/i.test(message)) return proxyRefusal;
  if (cause instanceof Error) return isBare(cause) ? hiddenAnswer : explainProxy(cause);
  return undefined;
}

/** Node's fetch says nothing of an answer that the rules of fetch let it hide: with 407 it must. */
function isBare(error: Error): boolean {
  return error.message === '' && !('code' in error) && error.cause === undefined;
}

const proxyRefusal: Explanation = {
  meaning: 'A proxy on the way to the service refused the connection.',
  remedy: `Check what the proxy allows. ${checkBaseUrl}`,
};

const hiddenAnswer: Explanation = {
  meaning: `An answer came that fetch does not show. ${proxyCredentials.meaning.replace('asks', 'probably asks')}`,
  remedy: `${proxyCredentials.remedy} ${checkBaseUrl}`,
};
