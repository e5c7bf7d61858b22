/** The HTTP server in front of Prism: every answer, whatever the input, has the contract's shape. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Contract } from '../contract/contract.ts';
import type { Operation } from '../contract/operations.ts';
import { sendAnswer, sendFailure } from './answers.ts';
import { ClientGone } from './body.ts';
import type { Answer, Call } from './call.ts';
import { checkHttp, findOperation, findRoute, readCall } from './checks.ts';
import { allowOrigin, isPreflight, preflightHeaders } from './cross-origin.ts';
import { Failure } from './failure.ts';
import { answerSocket, parserFailure } from './parser-failures.ts';

export interface ListenerOptions {
  host: string;
  port: number;
  token: string | undefined;
  origins: readonly string[];
  requestTimeout: number;
  /** Answers a request that passed the front; throws a Failure to refuse it. */
  operate(call: Call): Answer | Promise<Answer>;
  /** Told of each request that is refused, and of each parser failure (without a request). */
  refused?(failure: Failure, request?: IncomingMessage, operation?: Operation): void;
}

export interface Listener {
  url: string;
  port: number;
  close(): Promise<void>;
}

/** Starts the server; rejects where the address cannot be listened on. */
export async function listen(contract: Contract, options: ListenerOptions): Promise<Listener> {
  const open = new WeakMap<Duplex, ServerResponse>();
  const refusedSockets = new WeakSet<Duplex>();
  const server = createServer({
    maxHeaderSize: contract.headerLimit,
    requireHostHeader: false,
    headersTimeout: options.requestTimeout,
    // The body has a deadline of its own, so that its answer keeps the order of the checks.
    requestTimeout: 0,
    connectionsCheckingInterval: Math.min(1_000, Math.ceil(options.requestTimeout / 2)),
  });
  // A caller that has said all it has to say may close its side; Node would then drop its request without an answer.
  Object.assign(server, { httpAllowHalfOpen: true });
  const onRequest = (request: IncomingMessage, response: ServerResponse, wantBody = () => {}) => {
    open.set(request.socket, response);
    void handle(request, response, wantBody);
  };

  async function handle(request: IncomingMessage, response: ServerResponse, wantBody: () => void): Promise<void> {
    let operation: Operation | undefined;
    try {
      allowOrigin(request, response, options.origins);
      const target = checkHttp(request, contract.targetLimit);
      const route = findRoute(contract, target);
      if (isPreflight(request, options.origins)) {
        sendAnswer(request, response, { status: 204, headers: preflightHeaders(route) });
        return;
      }
      operation = findOperation(route, request.method ?? '');
      const { token, requestTimeout } = options;
      const call = await readCall(request, target, operation, { token, requestTimeout, wantBody });
      sendAnswer(request, response, await options.operate(call));
    } catch (error) {
      if (refusedSockets.has(request.socket)) return;
      if (error instanceof ClientGone || response.headersSent) {
        response.destroy();
        return;
      }
      if (!(error instanceof Failure)) warnOf(error, request);
      const failure = error instanceof Failure ? error : new Failure('InternalError');
      options.refused?.(failure, request, operation);
      sendFailure(request, response, failure);
    }
  }

  server.on('request', (request, response) => onRequest(request, response));
  server.on('checkContinue', (request, response) => onRequest(request, response, () => response.writeContinue()));
  server.on('checkExpectation', (request, response) => {
    const failure = new Failure('BadRequest', 'Bad request: the only expectation that is met is 100-continue.');
    options.refused?.(failure, request);
    sendFailure(request, response, failure);
  });
  server.on('connect', (_request, socket) => refuseSocket(socket, new Failure('NoSuchOperation')));
  server.on('clientError', (error, socket) => refuseSocket(socket, parserFailure(error, contract.headerLimit)));

  function refuseSocket(socket: Duplex, failure: Failure): void {
    // The parser reports each further packet of a socket that it gave up.
    if (refusedSockets.has(socket)) return;
    const response = open.get(socket);
    if (response?.headersSent && !response.writableFinished) {
      // An answer is on its way, and is all that the socket may still carry.
      response.end();
      socket.end(() => socket.destroy());
      return;
    }
    if (!socket.writable) {
      socket.destroy();
      return;
    }
    refusedSockets.add(socket);
    options.refused?.(failure);
    answerSocket(socket, failure);
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, options)));
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${reachable(options.host)}:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A fault of our own is told on stderr, and its answer says no more than the contract's general message. */
function warnOf(error: unknown, { method, url }: IncomingMessage): void {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  process.emitWarning(`${method} ${url} failed inside @roma-fdi/mock: ${message}`, { detail: stack ?? '' });
}

function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

function explain(error: NodeJS.ErrnoException, { host, port }: ListenerOptions): Error {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is taken by another program. End that program, choose another port, or take port 0 for a free one.`,
    EACCES: `Port ${port} on ${host} may not be used without special rights. Choose a port above 1023.`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Use 127.0.0.1, or an address of the machine.`,
    ENOTFOUND: `The host name ${host} cannot be resolved. Use 127.0.0.1, or an address of the machine.`,
  };
  const message = reasons[error.code ?? ''];
  return message ? Object.assign(new Error(message, { cause: error }), { code: error.code }) : error;
}
