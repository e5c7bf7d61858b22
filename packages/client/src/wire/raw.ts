/** The raw client: openapi-fetch as its own documentation describes it, sent the way all calls are sent. */
import { failureHeader, type paths, timeouts } from '@roma-fdi/types';
import createClient, { type Client, createQuerySerializer } from 'openapi-fetch';
import { tracedHere } from '../errors/fdi-error.ts';
import { InvalidCallError } from '../errors/invalid-call-error.ts';
import type { Settings } from '../settings.ts';
import { encodePath, wellFormed } from './encode.ts';
import type { Reply } from './exchange.ts';
import type { Send } from './send.ts';

/**
 * Every path of the contract, typed; gives `{ data, error, response }` and throws only where no answer came. Middleware works as
 * openapi-fetch describes it. Beyond the typed options a call takes `timeout` (milliseconds).
 */
export type RawClient = Client<paths>;

const serialize = createQuerySerializer<object>();

/** A raw call does not say which operation it is, so it gets the time of the longest. */
const longestTimeout = Math.max(...Object.values(timeouts));

/** A client with real `Request` and `Response` objects, since middleware is promised them. */
export function createRaw(settings: Settings, send: Send): RawClient {
  const client = createClient<paths>({
    baseUrl: settings.baseUrl,
    headers: settings.headers,
    pathSerializer: encodePath,
    querySerializer: (query) => wellFormed(() => serialize(query)),
  });
  /** Carries one call. Middleware may put another request in place, which knows neither the call's deadline nor its signal. */
  function carried({ timeout, signal, fetch, ...init }: RawCall = {}): RawCall {
    const carry = async (request: Request): Promise<Response> => {
      const { url, method, headers } = request;
      if (!url.startsWith(`${settings.baseUrl}/`)) {
        throw new InvalidCallError(
          'A call goes to the address of its client: make another client for another address.',
        );
      }
      const body = request.body === null ? undefined : await request.text();
      const either = signal ? AbortSignal.any([signal, request.signal]) : request.signal;
      const call = { operation: undefined, method, path: new URL(url).pathname };
      const deadline = { signal: either, timeout: settings.timeout(longestTimeout, timeout) };
      // Nobody knows which of them may be repeated: middleware may have made anything of the call.
      const watch = settings.observe?.(call);
      const asked = { call, url, headers: Object.fromEntries(headers), body, ...deadline };
      const exchange = { ...asked, maxRetries: 0, isRepeatable: false, watch };
      try {
        const reply = await send(exchange);
        watch?.outcome(undefined);
        return response(reply);
      } catch (error) {
        watch?.outcome(error);
        throw tracedHere(error);
      }
    };
    return { ...init, fetch: fetch ?? carry, ...(signal && { signal }) };
  }
  // Typed by what they replace.
  const { use: _use, eject: _eject, request, ...methods } = client as unknown as Record<string, RawMethod>;
  const carriedMethods = Object.entries(methods).map(([name, method]) => [
    name,
    (path: unknown, init?: RawCall) => method(path, carried(init)),
  ]);
  return Object.assign(client, Object.fromEntries(carriedMethods), {
    request: (method: unknown, path: unknown, init?: RawCall) => request?.(method, path, carried(init)),
  });
}

interface RawCall {
  readonly timeout?: number | undefined;
  readonly signal?: AbortSignal | null | undefined;
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
}

type RawMethod = (...call: unknown[]) => unknown;

function response({ status, headers, body }: Reply): Response {
  const bodiless = status === 204 || status === 205 || status === 304;
  return new Response(bodiless ? null : body, { status, headers: headersOf(headers) });
}

/** What this client reads of an answer whose transport gives its headers one by one. */
const readHeaders = ['Content-Type', 'X-Request-Id', 'Retry-After', failureHeader];

function headersOf(headers: Reply['headers']): Headers {
  if (Symbol.iterator in headers) return new Headers(headers as Headers);
  return new Headers(
    readHeaders.flatMap((name): [string, string][] => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}
