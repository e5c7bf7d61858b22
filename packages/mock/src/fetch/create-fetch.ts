/** A `fetch` whose requests go to a server inside this process, through Node's own HTTP but no port. */
import { type IncomingMessage, request as requestHttp, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { End } from './memory-connection.ts';

/** Answers that lead elsewhere where they are followed, which is for the caller: there is nothing but this server. */
const redirects = new Set([301, 302, 303, 307, 308]);
/** Answers that must have no body. */
const withoutBody = new Set([204, 205, 304]);

/** Gives what the server answers, whatever the host; fails as the global `fetch` fails where a connection breaks. */
export function createFetch(server: Server, isClosed: () => boolean): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { signal } = request;
    signal.throwIfAborted();
    if (!/^https?:/.test(request.url)) throw failed(new Error('unknown scheme'));
    const body = request.body === null ? undefined : await read(request.body, signal);
    if (isClosed()) throw failed(refused());
    return exchange(server, request, body);
  };
}

/** The whole body of a request; what gives it may never end, so whoever waits no longer ends it. */
async function read(body: ReadableStream<Uint8Array>, signal: AbortSignal): Promise<Buffer> {
  const reader = body.getReader();
  const end = () => void reader.cancel(signal.reason).catch(() => {});
  signal.addEventListener('abort', end, { once: true });
  try {
    const chunks: Uint8Array[] = [];
    for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(next.value);
    signal.throwIfAborted();
    return Buffer.concat(chunks);
  } catch (error) {
    throw signal.aborted ? signal.reason : failed(error);
  } finally {
    signal.removeEventListener('abort', end);
  }
}

function exchange(server: Server, request: Request, body: Buffer | undefined): Promise<Response> {
  const { method, headers, signal } = request;
  const url = new URL(request.url);
  url.hash = '';
  const [ours, theirs] = End.pair();
  server.emit('connection', theirs);
  const outgoing = requestHttp({
    method,
    host: url.hostname,
    path: url.pathname + url.search,
    // A connection ends with its answer; the server need not know, so that it answers as over a connection that is kept.
    headers: {
      ...defaults,
      ...Object.fromEntries(headers),
      host: url.host,
      connection: 'keep-alive',
      ...lengthOf(method, body),
    },
    createConnection: () => ours as unknown as Socket,
  });
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      reject(signal.reason);
      // An end alone would only say that nothing more is sent.
      ours.resetAndDestroy();
    };
    signal.addEventListener('abort', onAbort, { once: true });
    outgoing.once('close', () => signal.removeEventListener('abort', onAbort));
    outgoing.on('error', (error) => reject(failed(error)));
    outgoing.on('response', (incoming) => {
      const { statusCode: status = 0, statusMessage: statusText = '', rawHeaders } = incoming;
      if (request.redirect === 'error' && redirects.has(status)) {
        reject(failed(new Error('unexpected redirect')));
        ours.resetAndDestroy();
        return;
      }
      const stream = streamOf(incoming, signal, () => ours.resetAndDestroy());
      const response = new Response(withoutBody.has(status) ? null : stream, {
        status,
        statusText,
        headers: pairsOf(rawHeaders),
      });
      Object.defineProperty(response, 'url', { value: url.href });
      resolve(response);
    });
    outgoing.end(body);
  });
}

/** What the global `fetch` of Node sends besides. */
const defaults = { accept: '*/*', 'accept-language': '*', 'sec-fetch-mode': 'cors', 'user-agent': 'node' };

function lengthOf(method: string, body: Buffer | undefined): { 'content-length'?: string } {
  if (body !== undefined) return { 'content-length': String(body.length) };
  return ['POST', 'PUT', 'PATCH'].includes(method) ? { 'content-length': '0' } : {};
}

function streamOf(incoming: IncomingMessage, signal: AbortSignal, end: () => void): ReadableStream<Uint8Array> {
  let isOpen = true;
  const close = () => {
    isOpen = false;
    end();
  };
  return new ReadableStream<Uint8Array>({
    start(controller) {
      incoming.on('data', (chunk: Buffer) => {
        if (!isOpen) return;
        controller.enqueue(new Uint8Array(chunk));
        if ((controller.desiredSize ?? 0) <= 0) incoming.pause();
      });
      incoming.on('error', (cause) => {
        if (isOpen) controller.error(signal.aborted ? signal.reason : new TypeError('terminated', { cause }));
        close();
      });
      incoming.on('end', () => {
        if (isOpen) controller.close();
        close();
      });
    },
    pull: () => void incoming.resume(),
    cancel: close,
  });
}

function pairsOf(rawHeaders: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let index = 0; index < rawHeaders.length; index += 2)
    pairs.push([rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '']);
  return pairs;
}

const failed = (cause: unknown): TypeError => new TypeError('fetch failed', { cause });

const refused = (): Error =>
  Object.assign(new Error('connect ECONNREFUSED: the mock is closed'), { code: 'ECONNREFUSED', syscall: 'connect' });
