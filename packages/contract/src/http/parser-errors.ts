/** Answers what Node's HTTP parser refuses, for which there is no request yet, in the contract's shape. */
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { Failure, failureBody } from '../failure.ts';
import { requestId } from './request-id.ts';

/** In milliseconds: how long a refused caller may go on sending, so that no reset overtakes its answer. */
const lingering = 1000;

/**
 * Listens to everything that never becomes a request.
 *
 * @param tell is told of each refusal
 * @returns whether a connection was refused so, and nothing more may be written to it
 */
export function refuseBeforeRequest(
  server: Server,
  tell: (failure: Failure, request?: IncomingMessage) => void = () => {},
): (socket: Duplex) => boolean {
  const answers = new WeakMap<Duplex, ServerResponse>();
  const refused = new WeakSet<Duplex>();

  server.prependListener('request', (request, response) => answers.set(request.socket, response));
  server.on('checkExpectation', (request, response) => tell(refuseExpectation(request, response), request));
  server.on('connect', (_, socket) => refuse(socket, new Failure('NoSuchOperation')));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // The parser tells of each further packet of a connection that it gave up.
    if (refused.has(socket)) return;
    const answer = answers.get(socket);
    const cut = answer?.headersSent === true && !answer.writableFinished;
    // A reset has nobody to answer to; an answer that is on its way must not be cut by a second one.
    if (error.code === 'ECONNRESET' || !socket.writable || cut) socket.destroy();
    else refuse(socket, failureOfParser(error));
  });

  function refuse(socket: Duplex, failure: Failure): void {
    refused.add(socket);
    tell(failure);
    const body = failureBody(failure);
    const head = [
      `HTTP/1.1 ${failure.status} ${STATUS_CODES[failure.status]}`,
      ...Object.entries(headersOf(failure, body)).map(([name, value]) => `${name}: ${value}`),
    ];
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
    const timer = setTimeout(() => socket.destroy(), lingering);
    socket.once('close', () => clearTimeout(timer));
  }

  return (socket) => refused.has(socket);
}

/** Node answers an unknown `Expect` by itself, without a body. */
function refuseExpectation(request: IncomingMessage, response: ServerResponse): Failure {
  const failure = new Failure('BadRequest', 'Bad request: the only expectation that is met is 100-continue.');
  const body = failureBody(failure);
  response.writeHead(failure.status, headersOf(failure, body)).end(body);
  request.resume();
  return failure;
}

const headersOf = ({ headers }: Failure, body: string): Record<string, string> => ({
  ...headers,
  'content-type': 'application/json',
  'content-length': String(Buffer.byteLength(body)),
  'x-request-id': requestId(),
  connection: 'close',
});

/** What the parser said is the cause; it goes into no answer. */
function failureOfParser(cause: NodeJS.ErrnoException): Failure {
  switch (cause.code) {
    case 'HPE_HEADER_OVERFLOW':
      return new Failure('HeadersTooLarge', undefined, { cause });
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Failure('RequestTimeout', undefined, { cause });
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new Failure(
        'BodyTooLarge',
        'The request body is too large: its chunk extensions are longer than 16384 bytes.',
        { cause },
      );
    default:
      return new Failure('BadRequest', undefined, { cause });
  }
}
