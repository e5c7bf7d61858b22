/** A client that sends exactly the bytes that it is given, and reads one answer. */
import { connect } from 'node:net';

export interface RawAnswer {
  status: number;
  /** Names in lower case. */
  headers: Map<string, string>;
  body: string;
}

/** Milliseconds after which a missing answer is a hang. */
const patience = 10_000;

/**
 * Sends the parts and reads one answer; the connection stays open towards the server, so that nothing but an answer ends
 * the wait. `headOnly` is for an answer to HEAD, whose length counts a body that does not come.
 */
export function exchange(
  { host, port }: { host: string; port: number },
  parts: readonly (string | Buffer)[],
  headOnly = false,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    let received = Buffer.alloc(0);
    const finish = (outcome: RawAnswer | Error) => {
      clearTimeout(timer);
      socket.destroy();
      if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
    };
    const timer = setTimeout(() => finish(new Error(`No answer within ${patience} ms.`)), patience);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      const answer = readAnswer(received, headOnly);
      if (answer) finish(answer);
    });
    socket.on('error', (error) => finish(error));
    socket.on('close', () =>
      finish(new Error(`The connection ended without a whole answer: ${received.toString('latin1').slice(0, 200)}`)),
    );
    socket.on('connect', () => {
      for (const part of parts) socket.write(part);
    });
  });
}

/** The final answer at the start of the bytes, once it is whole; 100 Continue is skipped. */
function readAnswer(bytes: Buffer, headOnly: boolean): RawAnswer | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [statusLine = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const status = Number(statusLine.split(' ')[1]);
  const rest = bytes.subarray(end + 4);
  if (status === 100) return readAnswer(rest, headOnly);
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  const length = headOnly ? 0 : Number(headers.get('content-length') ?? 0);
  if (rest.length < length) return undefined;
  return { status, headers, body: rest.subarray(0, length).toString('utf8') };
}
