/** Lets each connection have one request under way: what is sent ahead waits as bytes, unparsed, and the socket is not read on. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** A connection that is open. */
export interface Connection {
  readonly socket: Socket;
  /** What is under way. */
  readonly answer: ServerResponse | undefined;
  /** Whether a part of a request has come since the last answer. */
  readonly hasBegun: boolean;
}

/**
 * Call it after the server has its listeners, since it comes before them.
 *
 * @returns the connections that are open when they are looked at
 */
export function oneAtATime(server: Server): Iterable<Connection> {
  const connections = new Map<Socket, Connection & Begin>();
  const begin = (request: IncomingMessage, answer: ServerResponse): void =>
    connections.get(request.socket)?.begin(request, answer);
  // Node's own listener is there already and has given the socket its parser.
  server.on('connection', (socket) => {
    connections.set(socket, cutUp(socket));
    socket.once('close', () => connections.delete(socket));
  });
  server.prependListener('request', begin);
  // Without a listener of its own Node asks for the body itself.
  if (server.listenerCount('checkContinue') > 0) server.prependListener('checkContinue', begin);
  return { [Symbol.iterator]: () => connections.values() };
}

interface Begin {
  /** Takes note of a request that the parser has read the head of. */
  begin(request: IncomingMessage, answer: ServerResponse): void;
}

/** Node parses whatever one read brings, some thousand requests. So its parser is given a head or a body at a time. */
function cutUp(socket: Socket & { readonly parser?: unknown }): Connection & Begin {
  const [parse] = socket.listeners('data') as ((bytes: Buffer) => void)[];
  if (!parse) throw new Error('The HTTP server of this version of Node reads its sockets in another way.');
  socket.off('data', parse).on('data', read);
  const cut = createCut();
  let hasBegun = false;
  let underWay: { readonly request: IncomingMessage; readonly answer: ServerResponse } | undefined;

  function read(bytes: Buffer): void {
    hasBegun = true;
    for (let rest = bytes; ; ) {
      if (underWay?.request.complete) socket.pause();
      // By us, or by Node, whose reader of a body cannot keep up.
      if (socket.isPaused()) {
        socket.unshift(rest);
        return;
      }
      const length = cut.next(rest);
      const isLast = length === rest.length;
      parse?.(isLast ? rest : rest.subarray(0, length));
      // After a CONNECT, or an end: the parser is another connection's by now.
      if (!socket.parser) {
        socket.off('data', read);
        return;
      }
      if (isLast) return;
      rest = rest.subarray(length);
    }
  }

  return {
    socket,
    get answer() {
      return underWay?.answer;
    },
    get hasBegun() {
      return hasBegun;
    },
    begin(request, answer) {
      underWay = { request, answer };
      cut.body(Number(request.headers['content-length'] ?? 0));
      answer.once('close', () => {
        underWay = undefined;
        hasBegun = false;
        socket.resume();
      });
    },
  };
}

const blankLine = Buffer.from('\r\n\r\n');
const noBytes: Buffer = Buffer.alloc(0);

/** Finds where a head or a body ends. A body in chunks ends as a head does, with a blank line. */
function createCut() {
  let bodyLeft = 0;
  /** The last bytes before, which may be the beginning of a blank line. */
  let before = noBytes;

  return {
    /** Says that a body of that length follows. */
    body(length: number): void {
      bodyLeft = length;
    },
    /** How many of the bytes belong together. */
    next(bytes: Buffer): number {
      if (bodyLeft > 0) {
        const length = Math.min(bodyLeft, bytes.length);
        bodyLeft -= length;
        return length;
      }
      const seam = before.length === 0 ? -1 : Buffer.concat([before, bytes.subarray(0, 3)]).indexOf(blankLine);
      const end = seam === -1 ? bytes.indexOf(blankLine) + 4 : seam + 4 - before.length;
      const isWhole = seam !== -1 || end >= 4;
      before = isWhole ? noBytes : Buffer.concat([before, bytes.subarray(-3)]).subarray(-3);
      return isWhole ? end : bytes.length;
    },
  };
}
