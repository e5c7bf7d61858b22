/** Answers what Node's HTTP parser refuses, for which there is no request yet, in the contract's shape. */
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Failure } from '../operations/failure.ts';
import { requestId } from './request-id.ts';

/** In milliseconds: how long a refused caller may go on sending, so that no reset overtakes its answer. */
const lingering = 1000;

/** Listens to everything that never becomes a request. */
export function refuseBeforeRequest(server: Server): void {
  const answers = new WeakMap<Socket, ServerResponse>();
  const refused = new WeakSet<Socket>();

  server.prependListener('request', (request, response) => answers.set(request.socket, response));
  server.on('checkExpectation', refuseExpectation);
  server.on('connect', (_, socket) => refuse(socket as Socket, new Failure('NoSuchOperation')));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // The parser tells of each further packet of a connection that it gave up.
    if (refused.has(socket as Socket)) return;
    const answer = answers.get(socket as Socket);
    const cut = answer?.headersSent === true && !answer.writableFinished;
    // A reset has nobody to answer to; an answer that is on its way must not be cut by a second one.
    if (error.code === 'ECONNRESET' || !socket.writable || cut) socket.destroy();
    else refuse(socket as Socket, failureOfParser(error.code));
  });

  function refuse(socket: Socket, failure: Failure): void {
    refused.add(socket);
    const body = bodyOf(failure);
    const head = [
      `HTTP/1.1 ${failure.status} ${STATUS_CODES[failure.status]}`,
      ...Object.entries(headersOf(body)).map(([name, value]) => `${name}: ${value}`),
    ];
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
    const timer = setTimeout(() => socket.destroy(), lingering);
    socket.once('close', () => clearTimeout(timer));
  }
}

/** Node answers an unknown `Expect` by itself, without a body. */
function refuseExpectation(request: IncomingMessage, response: ServerResponse): void {
  const failure = new Failure('BadRequest', 'Bad request: the only expectation that is met is 100-continue.');
  const body = bodyOf(failure);
  response.writeHead(failure.status, headersOf(body)).end(body);
  request.resume();
}

const headersOf = (body: string): Record<string, string> => ({
  'content-type': 'application/json',
  'content-length': String(Buffer.byteLength(body)),
  'x-request-id': requestId(),
  connection: 'close',
});

const bodyOf = ({ code, message }: Failure): string => JSON.stringify({ error_code: code, error_msg: message });

function failureOfParser(code: string | undefined): Failure {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return new Failure('HeadersTooLarge');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Failure('RequestTimeout');
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new Failure(
        'BodyTooLarge',
        'The request body is too large: its chunk extensions are longer than 16384 bytes.',
      );
    default:
      return new Failure('BadRequest');
  }
}
