/** The HTTP side of the server: every request goes through here in the contract's order of checks, every error leaves here in its shape. */
import { type Contract, operationFor } from '@roma-fdi/contract';
import {
  judgeOrigin,
  oneAtATime,
  parseQuery,
  readTarget,
  refuseBeforeRequest,
  requestId,
} from '@roma-fdi/contract/http';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, LogController } from 'fastify';
import { answerFailure } from './answer-failure.ts';
import { logAnswer } from './log-answer.ts';
import { createRoom } from './room.ts';
import { type RouteParts, routeOf } from './route.ts';
import { endInOrder } from './stopping.ts';
import { closeUnlessTaken, type Pace } from './taken.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Of the path, decoded. */
    segments: readonly string[];
  }
}

export interface AppOptions extends Omit<RouteParts, 'deadline' | 'room'> {
  readonly contract: Contract;
  readonly logger: FastifyBaseLogger;
  /** Origins that browsers may call from. */
  readonly origins: readonly string[];
  readonly timeouts: Timeouts;
  /** How fast callers must take their answers. */
  readonly pace: Pace;
  /** Bytes of answers that may be under way in all. */
  readonly room: number;
}

/** In milliseconds. */
export interface Timeouts {
  /** Until all headers have arrived. */
  readonly headers: number;
  /** Until the whole request has arrived. */
  readonly request: number;
  /** From the arrival of a request to its answer. */
  readonly operation: number;
  /** From the end of the server to the end of what is under way. */
  readonly drain: number;
}

export interface App {
  readonly app: FastifyInstance;
  /** How many answers were cut off when it closed. */
  cut(): number;
}

export function createApp(options: AppOptions): App {
  const { contract, logger, timeouts } = options;
  const parts: RouteParts = { ...options, deadline: timeouts.operation, room: createRoom(options.room) };
  const app: FastifyInstance = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestId,
    requestIdHeader: false,
    exposeHeadRoutes: false,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    requestTimeout: timeouts.request,
    routerOptions: { maxParamLength: contract.maxHeaderBytes, querystringParser: parseQuery },
    http: {
      maxHeaderSize: contract.maxHeaderBytes,
      headersTimeout: timeouts.headers,
      connectionsCheckingInterval: Math.min(1000, timeouts.headers),
      requireHostHeader: false,
    },
    // The framework's own answer is kept out of the way of ours, below.
    clientErrorHandler: () => {},
    frameworkErrors: (error, request, reply) => answerFailure(error, request, reply as FastifyReply),
  });
  app.decorateRequest('segments');
  app.decorateRequest('refusedBytes');
  app.decorateRequest('unproved');
  refuseBeforeRequest(app.server);
  // A caller that has said all it has to say may close its side; Node would then drop its request without an answer.
  Object.assign(app.server, { httpAllowHalfOpen: true });

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    request.segments = readTarget(request.raw, contract.maxTargetCharacters).segments;
  });
  const cut = endInOrder(app, oneAtATime(app.server), timeouts.drain);
  app.addHook('onSend', (_request, reply, _payload, done) => {
    closeUnlessTaken(reply.raw, options.pace);
    done();
  });
  app.addHook('onResponse', async (request, reply) => logAnswer(request, reply));
  app.addHook('onRequest', async (request, reply) => {
    const { headers, preflight } = judgeOrigin(request.raw, options.origins, contract.operations);
    reply.headers(headers);
    if (preflight) return reply.status(204).send();
  });
  app.addHook('onRequest', async (request) => {
    // The framework's router takes an empty segment for a parameter.
    operationFor(contract.route(request.segments), request.method);
  });
  app.setErrorHandler(answerFailure);
  // Bodies are read as bytes and judged by the route, in the contract's order; those of GET too, which takes none.
  app.addHttpMethod('GET', { hasBody: true, overrideExisting: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, async (_: unknown, body: Buffer) => body);
  for (const operation of contract.operations) app.route(routeOf(operation, parts));
  return { app, cut };
}
