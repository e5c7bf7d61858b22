/** The order in which a request is checked; the first check that fails decides the answer. */
import type { IncomingMessage } from 'node:http';
import type { Contract } from '../contract/contract.ts';
import type { Operation } from '../contract/operations.ts';
import type { Route } from '../contract/routes.ts';
import { announcesBody, checkAnnouncedBody, parseBody, readBody } from './body.ts';
import type { Call, Target } from './call.ts';
import { checkCredentials } from './credentials.ts';
import { Failure } from './failure.ts';
import { pathParametersOf, readTarget } from './target.ts';

/** What HTTP itself demands and the parser leaves to us: its version, one Host, and a target that can be decoded. */
export function checkHttp(request: IncomingMessage, targetLimit: number): Target {
  if (request.httpVersion !== '1.1' && request.httpVersion !== '1.0') {
    throw new Failure('BadRequest', 'Bad request: the request line names no version that is spoken here.');
  }
  const hosts = request.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
  if (hosts > 1 || (hosts === 0 && request.httpVersion === '1.1')) {
    throw new Failure('BadRequest', `Bad request: the Host header is ${hosts === 0 ? 'missing' : 'repeated'}.`);
  }
  return readTarget(request.url ?? '', targetLimit);
}

/** Finds the path (404). */
export function findRoute(contract: Contract, target: Target): Route {
  const route = contract.route(target.segments);
  if (!route) throw new Failure('NoSuchOperation');
  return route;
}

/** Finds the method on the path (405). */
export function findOperation(route: Route, method: string): Operation {
  const operation = route.operations.get(method);
  if (operation) return operation;
  const allowed = [...route.operations.keys()].join(', ');
  throw new Failure('MethodNotAllowed', `The path exists, but not with this method; it takes ${allowed}.`, {
    allow: allowed,
  });
}

export interface CheckOptions {
  token: string | undefined;
  /** Milliseconds in which the body must arrive. */
  requestTimeout: number;
  /** Called when the body is about to be read. */
  wantBody(): void;
}

/** Checks credentials (401), media type (415) and size (413), reads the body and parses it (400). */
export async function readCall(
  request: IncomingMessage,
  target: Target,
  operation: Operation,
  options: CheckOptions,
): Promise<Call> {
  checkCredentials(request.headers, options.token);
  let bytes: Buffer = Buffer.alloc(0);
  if (announcesBody(request)) {
    checkAnnouncedBody(request, operation);
    options.wantBody();
    bytes = await readBody(request, operation.bodyLimit, options.requestTimeout);
  }
  return {
    ...target,
    operation,
    pathParameters: pathParametersOf(operation.template, target.segments),
    query: new URLSearchParams(target.search),
    headers: request.headers,
    rawHeaders: request.rawHeaders,
    bytes,
    body: operation.body ? parseBody(bytes) : undefined,
  };
}
