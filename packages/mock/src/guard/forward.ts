/** Carries a request to the upstream and brings its answer back, byte for byte. */
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import { Failure } from '@roma-fdi/contract';
import { ClientGone } from '../front/body.ts';
import type { Call } from '../front/call.ts';
import { BrokenAnswer, breaksHttp } from './broken-answer.ts';
import { faultOfFraming, faultOfParser } from './framing.ts';
import { answerHeaders, requestHeaders } from './headers.ts';

export interface UpstreamAnswer {
  status: number;
  /** Names in lower case; of a repeated header all values. */
  headers: Record<string, string | string[]>;
  bytes: Buffer;
}

export interface Upstream {
  /**
   * Rejects with a Failure where no answer came, with a BrokenAnswer where one came that breaks HTTP or has no end, and with
   * ClientGone as soon as nobody waits for it any more.
   */
  send(call: Call, gone: AbortSignal): Promise<UpstreamAnswer>;
  /** Gives up what is under way. */
  close(): void;
}

/** Of an answer; far more than 1,000 mappings have. */
const maxBytes = 64 * 1024 * 1024;
/** Interim answers (1xx) before an answer. */
const maxInterim = 100;

/** Connects to the upstream at `url`; `timeout` is in milliseconds, for the whole answer. */
export function createUpstream(url: URL, timeout: number): Upstream {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const base = url.pathname.replace(/\/$/, '');
  const underWay = new Set<AbortController>();
  return {
    close: () => {
      for (const exchange of underWay) exchange.abort();
    },
    send: (call, gone) => {
      const outgoing = request({
        // A connection for each request: none is reused that the upstream has just closed, and what follows an answer cannot be
        // taken for the next one.
        agent: false,
        protocol: url.protocol,
        hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
        port: url.port,
        method: call.operation.method,
        path: base + call.path + call.search,
        headers: requestHeaders(call, url.host),
      });
      const ended = new AbortController();
      const end = () => ended.abort();
      underWay.add(ended);
      gone.addEventListener('abort', end);
      return exchange(outgoing, call.bytes, ended.signal, timeout).finally(() => {
        underWay.delete(ended);
        gone.removeEventListener('abort', end);
      });
    },
  };
}

function exchange(
  outgoing: ClientRequest,
  bytes: Buffer,
  ended: AbortSignal,
  timeout: number,
): Promise<UpstreamAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(unavailable(`The upstream did not answer within ${timeout} ms.`)), timeout);
    ended.addEventListener('abort', () => settle(new ClientGone()));
    function settle(outcome: UpstreamAnswer | Error): void {
      clearTimeout(timer);
      if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
      outgoing.destroy();
    }

    let answer: IncomingMessage | undefined;
    let interim = 0;
    const fail = (error: NodeJS.ErrnoException) => settle(reasonOf(error, outgoing.socket, answer));
    outgoing.on('error', fail).on('information', () => {
      interim++;
      if (interim > maxInterim) settle(breaksHttp(`more than ${maxInterim} interim answers stand before it`));
    });
    // Nobody asked for another protocol; Node tells of it here alone.
    outgoing.on('upgrade', ({ statusCode = 0 }, socket) => {
      socket.destroy();
      settle({ status: statusCode, headers: {}, bytes: Buffer.alloc(0) });
    });
    outgoing.on('response', (incoming) => {
      answer = incoming;
      collect(incoming, outgoing.socket as Socket, settle, fail);
    });
    outgoing.end(bytes);
  });
}

/** Settles with the whole answer, or with the reason why there is none; what is too large is not read to its end. */
function collect(
  incoming: IncomingMessage,
  socket: Socket,
  settle: (outcome: UpstreamAnswer | BrokenAnswer) => void,
  fail: (error: NodeJS.ErrnoException) => void,
): void {
  const { statusCode: status = 0 } = incoming;
  const chunks: Buffer[] = [];
  let size = 0;
  incoming.on('error', fail).on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBytes)
      settle(new BrokenAnswer({ place: 'The body', expected: `must have at most ${maxBytes} bytes` }, status));
    else chunks.push(chunk);
  });
  incoming.on('end', () => {
    const fault = faultOfFraming(incoming, socket);
    if (fault !== undefined) settle(breaksHttp(fault, status));
    else settle({ status, headers: answerHeaders(incoming), bytes: Buffer.concat(chunks) });
  });
}

function reasonOf(error: NodeJS.ErrnoException, socket: Socket | null, answer: IncomingMessage | undefined): Error {
  const fault = faultOfParser(error, answer);
  if (fault !== undefined) return breaksHttp(fault, answer?.statusCode);
  // Of an encrypted connection the handshake counts as well.
  const began = answer !== undefined || (socket !== null && !('encrypted' in socket) && socket.bytesRead > 0);
  if (began) return breaksHttp('the connection ended before it was complete', answer?.statusCode);
  const code = error.code === undefined ? '' : ` (${error.code})`;
  return unavailable(`The upstream cannot be reached, or ended the connection without an answer${code}.`);
}

function unavailable(message: string): Failure {
  return new Failure('Unavailable', message);
}
