/** A faster transport for Node, on undici: twice as fast as `fetch`, with connections that are kept and proxies from the environment. */
import { type Duplex, pipeline } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, type Dispatcher, EnvHttpProxyAgent, request } from 'undici';
import type { Transport, TransportBody, TransportInit } from './wire/transport.ts';

/** A transport with connections of its own. */
export interface UndiciTransport extends Transport {
  /** Closes its connections once the calls that use them have ended; later calls fail. Not needed for the program to end. */
  close(): Promise<void>;
}

/** Options of `undiciTransport`. */
export interface UndiciTransportOptions {
  /**
   * What holds the connections: an agent of undici with a pool, certificates or a proxy of its own. `close` closes it too.
   * @default one that goes by the environment's `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` of now (small letters go first)
   */
  dispatcher?: Dispatcher | undefined;
}

/**
 * A transport on `undici.request`, for the option `transport`. Follows no redirect and asks for no compression; an answer that is compressed
 * all the same is read where it is gzip, deflate or Brotli. A replaced global `fetch` is not called, nor what traces it.
 */
export function undiciTransport({ dispatcher = usualAgent() }: UndiciTransportOptions = {}): UndiciTransport {
  const transport = async (url: string, { method, headers, body, signal }: TransportInit) => {
    // How long a call may take is the client's to say.
    const limits = { headersTimeout: 0, bodyTimeout: 0 };
    const sent = { method: method as Dispatcher.HttpMethod, headers, body: body ?? null, signal };
    const answer = await request(url, { ...sent, ...limits, dispatcher });
    const decoder = decoders.get(String(answer.headers['content-encoding']).toLowerCase());
    const length = answer.headers['content-length'];
    return {
      status: answer.statusCode,
      headers: headersOf(answer.headers),
      length: decoder || length === undefined ? undefined : Number(length),
      body: readerOf(decoder ? pipeline(answer.body, decoder(), () => {}) : answer.body),
      text: () => answer.body.text(),
    };
  };
  return Object.assign(transport, { takesRecord: true, close: () => dispatcher.close() });
}

const proxies = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY'];

/** Where there is no proxy, one that does not look for it at every call. */
function usualAgent(): Dispatcher {
  return proxies.some((name) => process.env[name]) ? new EnvHttpProxyAgent() : new Agent();
}

/** An answer without a body may name a coding all the same: what ends early is no fault here, as with `fetch`, and no JSON where it was cut. */
const lenient = { finishFlush: constants.Z_SYNC_FLUSH };

const decoders = new Map<string, () => Duplex>([
  ['gzip', () => createGunzip(lenient)],
  ['x-gzip', () => createGunzip(lenient)],
  ['deflate', () => createInflate(lenient)],
  ['br', () => createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH })],
]);

/** Read one by one by the client, and as pairs where the raw client makes a `Response` of the answer. */
function headersOf(headers: Readonly<Record<string, string | string[] | undefined>>) {
  const get = (name: string): string | null => headers[name.toLowerCase()]?.toString() ?? null;
  return {
    get,
    *[Symbol.iterator]() {
      for (const name of Object.keys(headers)) yield [name, get(name)];
    },
  };
}

/** Leaving the iterator ends the connection. */
function readerOf(body: AsyncIterable<Uint8Array>): TransportBody {
  return {
    getReader() {
      const chunks = body[Symbol.asyncIterator]();
      return {
        read: async () => {
          const { done = false, value } = await chunks.next();
          return { done, value };
        },
        cancel: async () => chunks.return?.(),
      };
    },
  };
}
