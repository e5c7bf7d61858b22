/** Writes answers: each with an ID of its own, and so that a client still sending can read it. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { announcesBody } from './body.ts';
import type { Answer } from './call.ts';
import { type Failure, failureBody } from './failure.ts';

/** Bytes and milliseconds for which the rest of a refused body is still taken, so that no reset overtakes the answer. */
const LINGER_BYTES = 1_048_576;
const LINGER_MS = 1_000;

export function newRequestId(): string {
  return randomUUID().replaceAll('-', '');
}

/** Sends an answer; an X-Request-Id in its headers is kept. */
export function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { status, headers, payload } = answer;
  if (headers['x-request-id'] === undefined) headers['x-request-id'] = newRequestId();
  if (payload) headers['content-length'] = String(Buffer.byteLength(payload));
  if (request.complete || !announcesBody(request)) {
    response.writeHead(status, headers).end(payload);
    return;
  }
  response.writeHead(status, { ...headers, connection: 'close' });
  if (payload && request.method !== 'HEAD') response.write(payload);
  else response.flushHeaders();
  drain(request, () => response.end());
}

/** Sends a failure in the shape that every error has. */
export function sendFailure(
  request: IncomingMessage,
  response: ServerResponse,
  failure: Failure,
  headers: Answer['headers'] = {},
): void {
  sendAnswer(request, response, {
    status: failure.status,
    headers: { 'content-type': 'application/json', ...failure.headers, ...headers },
    payload: failureBody(failure),
  });
}

function drain(request: IncomingMessage, done: () => void): void {
  let left = LINGER_BYTES;
  const finish = () => {
    clearTimeout(timer);
    request.removeListener('data', onData).removeListener('end', finish).removeListener('close', finish);
    done();
  };
  const onData = (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) finish();
  };
  const timer = setTimeout(finish, LINGER_MS);
  request.on('data', onData).on('end', finish).on('close', finish);
  request.resume();
}
