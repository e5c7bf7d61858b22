/** What comes between finding an operation and doing it; the first check that fails decides the answer. */
import type { IncomingMessage } from 'node:http';
import { type Failure, type Operation, pathParametersOf } from '@roma-fdi/contract';
import {
  announcesBody,
  checkAnnouncedBody,
  checkUnprovedBody,
  parseQuery,
  readRequestBody,
  type Target,
} from '@roma-fdi/contract/http';
import type { Credentials } from '../document/security.ts';
import { readBody } from './body.ts';
import type { Call } from './call.ts';
import { type Accepted, checkCredentials, checkProof } from './credentials.ts';

export interface CallOptions {
  accepted: Accepted;
  /** What the operation asks for. */
  credentials: Credentials;
  /** Milliseconds in which the body must arrive. */
  requestTimeout: number;
  /** Called when the body is about to be read. */
  wantBody(): void;
}

/**
 * Checks credentials (401), media type (415) and size (413), reads the body and parses it (400). A signature covers the body, so that is
 * read before it is verified, and before a word on its type.
 */
export async function readCall(
  request: IncomingMessage,
  target: Target,
  operation: Operation,
  options: CallOptions,
): Promise<Call> {
  const claim = checkCredentials(request, target, options.accepted, options.credentials);
  const pathParameters = pathParametersOf(operation.path, target.segments);
  let bytes: Buffer = Buffer.alloc(0);
  let refusal: Failure | undefined;
  if (announcesBody(request)) {
    refusal = (claim ? checkUnprovedBody : checkAnnouncedBody)(request, operation);
    options.wantBody();
    bytes = await readBody(request, operation.maxBodyBytes, options.requestTimeout, claim ? undefined : refusal);
  }
  if (claim) {
    checkProof(claim, bytes, pathParameters['project_id']);
    if (refusal && bytes.length > 0) throw refusal;
  }
  return {
    ...target,
    operation,
    pathParameters,
    query: parseQuery(target.search.slice(1)),
    headers: request.headers,
    rawHeaders: request.rawHeaders,
    bytes,
    body: operation.body ? await readRequestBody(operation, request.headers, bytes) : undefined,
  };
}
