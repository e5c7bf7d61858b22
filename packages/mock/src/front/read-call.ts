/** What comes between finding an operation and doing it; the first check that fails decides the answer. */
import type { IncomingMessage } from 'node:http';
import { type Operation, pathParametersOf } from '@roma-fdi/contract';
import { announcesBody, checkAnnouncedBody, parseQuery, readRequestBody, type Target } from '@roma-fdi/contract/http';
import type { Credentials } from '../document/security.ts';
import { readBody } from './body.ts';
import type { Call } from './call.ts';
import { checkCredentials } from './credentials.ts';

export interface CallOptions {
  token: string | undefined;
  /** What the operation asks for. */
  credentials: Credentials;
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
  options: CallOptions,
): Promise<Call> {
  checkCredentials(request.headers, options.token, options.credentials);
  let bytes: Buffer = Buffer.alloc(0);
  if (announcesBody(request)) {
    const refusal = checkAnnouncedBody(request, operation);
    options.wantBody();
    bytes = await readBody(request, operation.maxBodyBytes, options.requestTimeout, refusal);
  }
  return {
    ...target,
    operation,
    pathParameters: pathParametersOf(operation.path, target.segments),
    query: parseQuery(target.search.slice(1)),
    headers: request.headers,
    rawHeaders: request.rawHeaders,
    bytes,
    body: operation.body ? await readRequestBody(operation, request.headers, bytes) : undefined,
  };
}
