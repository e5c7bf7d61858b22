/** openapi-fetch as the named methods use it: typed by the contract, over plain carriers. */
import type { paths } from '@roma-fdi/types';
import createClient, { type Client } from 'openapi-fetch';
import { type OperationId, tracedHere } from '../errors/fdi-error.ts';
import { checkHeaders } from '../header-value.ts';
import type { CallOptions } from '../options.ts';
import { checkTimeout, type Settings } from '../settings.ts';
import { ReplyCarrier, RequestCarrier } from './carrier.ts';
import { encodePath, encodeQuery } from './encode.ts';
import type { Exchange, Reply } from './exchange.ts';
import type { Send } from './send.ts';

/** The part of openapi-fetch's client that the named methods call. */
export type Core = Client<paths>;

/** A client whose `Request` and `Response` are carriers; the casts stand here because openapi-fetch's types name the real ones. */
export function createCore(settings: Settings, send: Send): Core {
  return createClient<paths>({
    baseUrl: settings.baseUrl,
    headers: settings.headers,
    pathSerializer: encodePath,
    querySerializer: encodeQuery,
    Request: RequestCarrier as unknown as typeof Request,
    fetch: async (request) => {
      try {
        return new ReplyCarrier(await send(request as unknown as Exchange)) as unknown as Response;
      } catch (error) {
        throw tracedHere(error);
      }
    },
  });
}

/** The reply inside what openapi-fetch gives back. */
export function replyOf({ response }: { response: Response }): Reply {
  return (response as unknown as ReplyCarrier).reply;
}

/** What goes to the carrier with a call of this operation, checked. The answer is read from the reply, so nothing is parsed. */
export function callInit(operation: OperationId, options: CallOptions = {}) {
  const { signal, timeout, headers } = options;
  return {
    operation,
    parseAs: 'stream' as const,
    ...(signal && { signal }),
    ...(timeout !== undefined && { timeout: checkTimeout(timeout) }),
    ...(headers && { headers: checkHeaders(headers) }),
  };
}
