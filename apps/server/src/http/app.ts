/** The HTTP side of the server: every request goes through here in the contract's order of checks, every error leaves here in its shape. */
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, LogController } from 'fastify';
import type { Contract } from '../contract/document.ts';
import { Failure } from '../operations/failure.ts';
import { answerFailure } from './answer-failure.ts';
import { readJson } from './body.ts';
import { logAnswer } from './log-answer.ts';
import { applyOrigins } from './origins.ts';
import { refuseAtParser, refuseExpectation } from './parser-errors.ts';
import { parseQuery } from './query.ts';
import { requestId } from './request-id.ts';
import { type RouteParts, routeOf } from './route.ts';
import { noSuchOperation } from './routes.ts';

export interface AppOptions extends Omit<RouteParts, 'deadline'> {
  readonly contract: Contract;
  readonly logger: FastifyBaseLogger;
  /** Origins that browsers may call from. */
  readonly origins: readonly string[];
  readonly timeouts: Timeouts;
}

/** In milliseconds. */
export interface Timeouts {
  /** Until all headers have arrived. */
  readonly headers: number;
  /** Until the whole request has arrived. */
  readonly request: number;
  /** From the arrival of a request to its answer. */
  readonly operation: number;
}

export function createApp(options: AppOptions): FastifyInstance {
  const { contract, logger, timeouts } = options;
  const parts: RouteParts = { ...options, deadline: timeouts.operation };
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
    clientErrorHandler: refuseAtParser,
    frameworkErrors: (error, request, reply) => answerFailure(error, request, reply as FastifyReply),
  });
  app.server.on('checkExpectation', refuseExpectation);

  let stopping = false;
  app.addHook('preClose', async () => {
    stopping = true;
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (stopping) throw new Failure('Unavailable', undefined, { headers: { connection: 'close' } });
    if (request.raw.httpVersion === '1.1' && request.headers.host === undefined) {
      throw new Failure('BadRequest', 'Bad request: the Host header is missing.', { headers: { connection: 'close' } });
    }
  });
  app.addHook('onResponse', async (request, reply) => logAnswer(request, reply));
  applyOrigins(app, options.origins);
  app.removeAllContentTypeParsers();
  app.setErrorHandler(answerFailure);
  app.setNotFoundHandler((request) => {
    throw noSuchOperation(contract, request.method, request.url);
  });
  for (const operation of contract.operations) {
    // An operation without a body reads and forgets whatever is sent; one with a body takes JSON alone.
    app.register(async (scope) => {
      scope.addContentTypeParser(operation.body ? 'application/json' : '*', { parseAs: 'buffer' }, (_, body, done) => {
        try {
          done(null, operation.body ? readJson(body as Buffer) : undefined);
        } catch (error) {
          done(error as Error);
        }
      });
      scope.route(routeOf(operation, parts));
    });
  }
  return app;
}
