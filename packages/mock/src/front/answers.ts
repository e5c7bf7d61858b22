/** Writes answers: each with an ID of its own, and so that a client still sending can read it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Failure, failureBody } from '@roma-fdi/contract';
import { announcesBody, drained, requestId } from '@roma-fdi/contract/http';
import type { Answer } from './call.ts';

/** Sends an answer; an X-Request-Id in its headers is kept. */
export function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { status, payload } = answer;
  const headers = headersToSend(answer);
  if (request.complete || !announcesBody(request)) {
    response.writeHead(status, headers).end(payload);
    return;
  }
  response.writeHead(status, { ...headers, connection: 'close' });
  if (payload && request.method !== 'HEAD') response.write(payload);
  else response.flushHeaders();
  void drained(request).then(() => response.end());
}

/** The headers of an answer with those that every one has. */
export function headersToSend({ headers, payload, isForeign = false }: Answer): Answer['headers'] {
  if (!isForeign && headers['x-request-id'] === undefined) headers['x-request-id'] = requestId();
  if (payload) headers['content-length'] = String(Buffer.byteLength(payload));
  return headers;
}

/** Sends a failure in the shape that every error has. */
export function sendFailure(request: IncomingMessage, response: ServerResponse, failure: Failure): void {
  sendAnswer(request, response, {
    status: failure.status,
    headers: { 'content-type': 'application/json', ...failure.headers },
    payload: failureBody(failure),
  });
}
