/** Answers what Node's HTTP parser refuses, for which there is no request yet, in the contract's shape. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Failure } from '../operations/failure.ts';
import { requestId } from './request-id.ts';

export function refuseAtParser(error: Error & { code?: string }, socket: Socket): void {
  // A reset has nobody to answer to; an answer that is on its way must not be cut by a second one.
  if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) return void socket.destroy();
  const failure = failureOfParser(error.code);
  const body = bodyOf(failure);
  const head = [
    `HTTP/1.1 ${failure.status} Refused`,
    `X-Request-Id: ${requestId()}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Node answers an unknown `Expect` by itself, without a body. */
export function refuseExpectation(request: IncomingMessage, response: ServerResponse): void {
  const failure = new Failure('BadRequest', 'Bad request: the only expectation that is met is 100-continue.');
  response
    .writeHead(failure.status, { 'content-type': 'application/json', 'x-request-id': requestId(), connection: 'close' })
    .end(bodyOf(failure));
  request.resume();
}

const bodyOf = ({ code, message }: Failure): string => JSON.stringify({ error_code: code, error_msg: message });

function failureOfParser(code: string | undefined): Failure {
  if (code === 'HPE_HEADER_OVERFLOW') return new Failure('HeadersTooLarge');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Failure('RequestTimeout');
  return new Failure('BadRequest');
}
