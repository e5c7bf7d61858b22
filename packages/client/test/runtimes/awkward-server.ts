/** A server whose answers no contract promises: the first segment of the path says which. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { createVerifier } from '@roma-fdi/contract/verify-signature';
import { good, requestId, signingKey } from './awkward-answers.ts';

const asJson = { 'X-Request-Id': requestId, 'Content-Type': 'application/json' };
const asPage = { 'X-Request-Id': requestId, 'Content-Type': 'text/html' };
const page = '<!DOCTYPE html><title>502 Bad Gateway</title>';
const text = JSON.stringify(good);

type Answerer = (response: ServerResponse, request: IncomingMessage) => void;

const whole =
  (status: number, headers: object, body: string | Buffer): Answerer =>
  (response) =>
    void response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) }).end(body);

/** Headers and a part of the body; then the connection breaks, or nothing comes any more. */
const partly =
  (status: number, end: 'break' | 'stall'): Answerer =>
  (response) =>
    void response
      .writeHead(status, { ...asJson, 'Content-Length': text.length })
      .write(text.slice(0, 20), () => end === 'break' && setTimeout(() => response.destroy(), 20));

const verify = createVerifier([signingKey]);

/** The promised answer to who signs it with the key of awkward-answers.ts, and a 401 to anybody else. */
function answerSigned(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  const { method = '', url = '', rawHeaders } = request;
  const [path = '', query] = url.split('?');
  let isProved = true;
  try {
    verify({ method, path, search: query === undefined ? '' : `?${query}`, rawHeaders }).prove(body);
  } catch {
    isProved = false;
  }
  whole(isProved ? 200 : 401, asJson, isProved ? text : '{}')(response, request);
}

const answerers: Readonly<Record<string, Answerer>> = {
  good: whole(200, asJson, text),
  'good-in-chunks': (response) => void response.writeHead(200, asJson).end(text),
  'good-without-type': whole(200, { 'X-Request-Id': requestId }, text),
  'good-compressed': whole(200, { ...asJson, 'Content-Encoding': 'gzip' }, gzipSync(text)),
  'good-after-a-mark': whole(200, asJson, `\ufeff${text}`),
  'empty-200': whole(200, asJson, ''),
  'empty-200-in-chunks': (response) => void response.writeHead(200, asJson).end(),
  'no-content': (response) => void response.writeHead(204, { 'X-Request-Id': requestId }).end(),
  'page-200': whole(200, asPage, page),
  'cut-json': whole(200, asJson, text.slice(0, -2)),
  'beyond-2-53': whole(200, asJson, text.replace('1793520060000', '9007199254740993')),
  'no-array': whole(200, asJson, '{"task_id":"t"}'),
  'null-200': whole(200, asJson, 'null'),
  'no-array-with-the-token': (response, request) =>
    whole(200, asJson, JSON.stringify({ task_id: request.headers['x-auth-token'] }))(response, request),
  'json-400': whole(400, asJson, '{"error_code":"FDI.0000","error_msg":"Invalid parameter [x]."}'),
  'page-502': whole(502, asPage, page),
  'empty-500': whole(500, asJson, ''),
  'empty-500-in-chunks': (response) => void response.writeHead(500, asJson).end(),
  'too-many': whole(429, { ...asJson, 'Retry-After': '7' }, '{"error_code":"FDI.0000","error_msg":"Throttled."}'),
  'token-told-back': (response, request) =>
    whole(
      400,
      asJson,
      JSON.stringify({ error_code: 'X', error_msg: `bad ${request.headers['x-auth-token']}` }),
    )(response, request),
  redirect: (response, request) =>
    void response
      .writeHead(307, { 'X-Request-Id': requestId, Location: `http://localhost:${request.socket.localPort}/elsewhere` })
      .end(),
  reset: (response) => void response.socket?.destroy(),
  'reset-in-200': partly(200, 'break'),
  'reset-in-500': partly(500, 'break'),
  silent: () => {},
  'stall-in-200': partly(200, 'stall'),
};

export interface AwkwardServer {
  readonly url: string;
  /** Requests that came to where a redirect led, with their headers. */
  readonly strayed: readonly string[];
  close(): Promise<void>;
}

/** @param files what else it serves, by path: the page and the scripts of a browser */
export async function startAwkwardServer(files: Readonly<Record<string, string>> = {}): Promise<AwkwardServer> {
  const strayed: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const file = files[path];
    const [, name = ''] = path.split('/');
    // A browser asks for its icon.
    if (file !== undefined)
      response.writeHead(200, { 'Content-Type': path.endsWith('.js') ? 'text/javascript' : 'text/html' }).end(file);
    else if (name === 'signed') {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => answerSigned(request, response, Buffer.concat(chunks)));
    } else if (answerers[name]) request.resume().on('end', () => answerers[name]?.(response, request));
    else {
      if (name === 'elsewhere') strayed.push(JSON.stringify(request.headers));
      response.writeHead(404, { 'Content-Type': 'application/json' }).end('{}');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    strayed,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The names of all answers that the server has. */
export const answerNames: readonly string[] = Object.keys(answerers);
