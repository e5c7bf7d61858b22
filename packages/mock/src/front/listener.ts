/** The HTTP server in front of Prism: every answer, whatever the input, has the contract's shape. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type Contract, Failure, type Operation, operationFor } from '@roma-fdi/contract';
import { judgeOrigin, oneAtATime, readTarget, refuseBeforeRequest } from '@roma-fdi/contract/http';
import { whyNotListening } from '@roma-fdi/contract/listen-failure';
import type { Credentials } from '../document/security.ts';
import { sendAnswer, sendFailure } from './answers.ts';
import { ClientGone } from './body.ts';
import type { Answer, Call, Exchange } from './call.ts';
import type { Accepted } from './credentials.ts';
import { deliver } from './deliver.ts';
import { readCall } from './read-call.ts';

export interface FrontOptions {
  accepted: Accepted;
  credentials: ReadonlyMap<Operation, Credentials>;
  origins: readonly string[];
  requestTimeout: number;
  /** Answers a request that passed the front; throws a Failure to refuse it. */
  operate(call: Call, exchange: Exchange): Answer | Promise<Answer>;
  /** Told of each request that is refused, and of each parser failure (without a request). */
  refused?(failure: Failure, request?: IncomingMessage, operation?: Operation): void;
  /** Told of each request when its answer was sent, or its connection has ended. */
  finished?(request: FinishedRequest): void;
}

export interface FinishedRequest {
  readonly method: string;
  /** As it was sent, without the query. */
  readonly path: string;
  /** Undefined where none was sent. */
  readonly status: number | undefined;
  readonly ms: number;
  /** Undefined where no operation has the path and the method. */
  readonly operationId: string | undefined;
}

export interface ListenerOptions extends FrontOptions {
  host: string;
  port: number;
}

/** A server that has not begun to listen: connections may be given to it too. */
export interface Front {
  readonly server: Server;
  /** Ends all connections, and what waits on them. */
  close(): Promise<void>;
}

export interface Listener {
  url: string;
  port: number;
  server: Server;
  close(): Promise<void>;
}

/** Makes the server. */
export function createFront(contract: Contract, options: FrontOptions): Front {
  const server = createServer({
    maxHeaderSize: contract.maxHeaderBytes,
    requireHostHeader: false,
    headersTimeout: options.requestTimeout,
    // The body has a deadline of its own, so that its answer keeps the order of the checks.
    requestTimeout: 0,
    // A test's process may be held, by a breakpoint or a command: none of its connections is idle for too long then. The client ends them.
    keepAliveTimeout: 0,
    connectionsCheckingInterval: Math.min(1_000, Math.ceil(options.requestTimeout / 2)),
  });
  // A caller that has said all it has to say may close its side; Node would then drop its request without an answer.
  Object.assign(server, { httpAllowHalfOpen: true });
  // Node counts none that was refused before it became a request, and waits for those to end.
  const connections = new Set<Socket>();
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  const isRefused = refuseBeforeRequest(server, options.refused);

  async function handle(request: IncomingMessage, response: ServerResponse, wantBody: () => void): Promise<void> {
    // The parser may go on to refuse what follows the head, and its refusal comes before all others.
    await undefined;
    if (isRefused(request.socket)) return;
    let operation: Operation | undefined;
    if (options.finished) tellWhenFinished(request, response, options.finished, () => operation?.operationId);
    try {
      const target = readTarget(request, contract.maxTargetCharacters);
      const { headers, preflight } = judgeOrigin(request, options.origins, contract.operations);
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      if (preflight) {
        sendAnswer(request, response, { status: 204, headers: {} });
        return;
      }
      operation = operationFor(contract.route(target.segments), request.method ?? '');
      const { accepted, requestTimeout } = options;
      const credentials = options.credentials.get(operation) ?? [];
      const call = await readCall(request, target, operation, { accepted, credentials, requestTimeout, wantBody });
      await deliver(request, response, await options.operate(call, { request, response }));
    } catch (error) {
      if (isRefused(request.socket)) return;
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

  server.on('request', (request, response) => void handle(request, response, () => {}));
  server.on('checkContinue', (request, response) => void handle(request, response, () => response.writeContinue()));
  oneAtATime(server);

  return {
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of connections) socket.destroy();
      }),
  };
}

/** Starts the server; rejects where the address cannot be listened on. */
export async function listen(contract: Contract, options: ListenerOptions): Promise<Listener> {
  const front = createFront(contract, options);
  const { server } = front;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error)));
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${reachable(options.host)}:${port}`,
    port,
    server,
    close: front.close,
  };
}

function tellWhenFinished(
  { method = '', url = '' }: IncomingMessage,
  response: ServerResponse,
  tell: NonNullable<FrontOptions['finished']>,
  operationId: () => string | undefined,
): void {
  const began = performance.now();
  response.once('close', () =>
    tell({
      method,
      path: url.split('?', 1)[0] ?? '',
      status: response.headersSent ? response.statusCode : undefined,
      ms: performance.now() - began,
      operationId: operationId(),
    }),
  );
}

/** A fault of our own is told on stderr, and its answer says no more than the contract's general message. */
function warnOf(error: unknown, { method, url = '' }: IncomingMessage): void {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  process.emitWarning(`${method} ${url.split('?', 1)[0]} failed inside @roma-fdi/mock: ${message}`, {
    detail: stack ?? '',
  });
}

function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

function explained(error: NodeJS.ErrnoException): Error {
  const why = whyNotListening(error, { port: 'the option `port`', host: 'the option `host`' });
  return why === undefined ? error : Object.assign(new Error(why, { cause: error }), { code: error.code });
}
