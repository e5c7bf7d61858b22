/** A thread of callers that mean no good: they send requests ahead, read slowly or nothing, and leave requests half sent. */
import { connect, type Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { startHostileServers } from './hostile-sources.ts';

export interface Attack {
  readonly port: number;
  /** The bytes of a GET for a large page, and of a good GET. */
  readonly page: string;
  readonly small: string;
}

export interface Callers {
  readonly pipeliners: number;
  readonly slowReaders: number;
  readonly silent: number;
}

/** In milliseconds: before a caller that was hung up on comes again. */
const pause = 500;
/** What a slow reader takes, and how often: some 160 KB a second. */
const [sipBytes, sipPause] = [16 * 1024, 100];
const aheadBytes = 118 * 1024;

const callers = workerData as Callers;
const { sources, ports } = await startHostileServers();
parentPort?.postMessage({ sources, ports });
parentPort?.once('message', (attack: Attack) => {
  for (let count = 0; count < callers.pipeliners; count++) again(attack, (socket) => sendAhead(socket, attack));
  for (let count = 0; count < callers.slowReaders; count++) again(attack, (socket) => readSlowly(socket, attack));
  for (let count = 0; count < callers.silent; count++)
    again(attack, (socket) => socket.write(beginnings(attack, count)));
});

/** Connects whenever the connection is over. */
function again({ port }: Pick<Attack, 'port'>, begin: (socket: Socket) => void): void {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.pause();
  socket.on('error', () => {});
  socket.once('connect', () => begin(socket));
  socket.once('close', () => setTimeout(again, pause, { port }, begin));
}

function sendAhead(socket: Socket, { page }: Attack): void {
  socket.write(page.repeat(Math.ceil(aheadBytes / page.length)));
  notice(socket);
}

function readSlowly(socket: Socket, { page }: Attack): void {
  socket.write(page);
  socket.on('readable', () => {});
  const sip = setInterval(() => {
    const bytes: Buffer | null = socket.read(Math.min(sipBytes, socket.readableLength || sipBytes));
    // The last chunk of a page, or a refusal: it asks again, on another connection.
    if (bytes?.includes('\r\n0\r\n\r\n') || bytes?.includes('HTTP/1.1 503')) socket.destroy();
  }, sipPause);
  socket.once('close', () => clearInterval(sip));
}

/** A socket that is not read from notices only by writing that it is closed. */
function notice(socket: Socket): void {
  const ask = setInterval(() => socket.write('\r\n'), 2000);
  socket.once('close', () => clearInterval(ask));
}

function beginnings({ small }: Attack, count: number): string {
  const halves = [
    '',
    small.slice(0, 20),
    small.slice(0, -2),
    `${small}${small.slice(0, 30)}`,
    small.replace('\r\n\r\n', '\r\nContent-Length: 9\r\n\r\n{'),
  ];
  return halves[count % halves.length] ?? '';
}
