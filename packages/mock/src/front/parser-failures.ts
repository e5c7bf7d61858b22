/** Answers what the HTTP parser refuses, on the bare socket, in the shape that every error has. */
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { newRequestId } from './answers.ts';
import { Failure, failureBody } from './failure.ts';

/** Milliseconds in which a client may still read the answer before the socket goes. */
const LINGER_MS = 1_000;

/** What a parser error of Node.js is called in the contract. */
export function parserFailure(error: NodeJS.ErrnoException, headerLimit: number): Failure {
  switch (error.code) {
    case 'HPE_HEADER_OVERFLOW':
      return new Failure('HeadersTooLarge', `The request headers hold more than ${headerLimit} bytes.`);
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new Failure(
        'BodyTooLarge',
        'The request body is too large: its chunk extensions hold more than 16384 bytes.',
      );
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Failure('RequestTimeout', 'The request did not arrive in time: its headers were not complete.');
    default:
      return new Failure('BadRequest');
  }
}

/** Writes a whole answer to a socket on which no other was begun, and closes it. */
export function answerSocket(socket: Duplex, failure: Failure): void {
  const payload = failureBody(failure);
  socket.end(
    [
      `HTTP/1.1 ${failure.status} ${STATUS_CODES[failure.status]}`,
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(payload)}`,
      `X-Request-Id: ${newRequestId()}`,
      `Date: ${new Date().toUTCString()}`,
      'Connection: close',
      ...Object.entries(failure.headers).map(([name, value]) => `${name}: ${value}`),
      '',
      payload,
    ].join('\r\n'),
  );
  const timer = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.once('close', () => clearTimeout(timer));
}
