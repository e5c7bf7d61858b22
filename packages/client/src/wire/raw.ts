/** The raw client: openapi-fetch as its own documentation describes it, sent the way all calls are sent. */
import type { paths } from '@roma-fdi/types';
import createClient, { type Client } from 'openapi-fetch';
import type { Settings } from '../settings.ts';
import { encodePath, encodeQuery } from './encode.ts';
import type { Reply } from './exchange.ts';
import type { Send } from './send.ts';

/**
 * Every path of the contract, typed; gives `{ data, error, response }` and throws only where no answer came. Middleware works as
 * openapi-fetch describes it. Beyond the typed options a call takes `timeout` (milliseconds).
 */
export type RawClient = Client<paths>;

/** A client with real `Request` and `Response` objects, since middleware is promised them. */
export function createRaw(settings: Settings, send: Send): RawClient {
  return createClient<paths>({
    baseUrl: settings.baseUrl,
    headers: settings.headers,
    pathSerializer: encodePath,
    querySerializer: encodeQuery,
    fetch: async (request: Request & { timeout?: number }) => {
      const { url, method, headers, signal, timeout } = request;
      const body = request.body === null ? undefined : await request.text();
      return response(await send({ url, method, headers, body, signal, timeout, operation: undefined }));
    },
  });
}

function response({ status, headers, body }: Reply): Response {
  const bodiless = status === 204 || status === 205 || status === 304;
  return new Response(bodiless ? null : body, { status, headers: headers as Headers });
}
