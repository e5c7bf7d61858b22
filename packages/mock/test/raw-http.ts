/** A client that sends exactly the bytes that it is given, and reads one answer. */
import { connect } from 'node:net';

export interface RawAnswer {
  status: number;
  /** Names in lower case. */
  headers: Map<string, string>;
  /** As they came: names and values in turn. */
  rawHeaders: readonly string[];
  bytes: Buffer;
  body: string;
}

/** Milliseconds after which a missing answer is a hang. */
const longest = 10_000;

/**
 * Sends the parts and reads one answer; the connection stays open towards the server, so that nothing but an answer ends
 * the wait. `headOnly` is for an answer to HEAD, whose length counts a body that does not come.
 */
export function exchange(
  { host, port }: { host: string; port: number },
  parts: readonly (string | Buffer)[],
  headOnly = false,
  patience = longest,
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

/** Sends bytes and says that no more will come; gives the first answer, or undefined where the connection ends without one. */
export function firstAnswer(port: number, bytes: Buffer): Promise<RawAnswer | undefined> {
  const headOnly = bytes.toString('latin1', 0, 5) === 'HEAD ';
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`Neither an answer nor an end within ${longest} ms.`));
    }, longest);
    const finish = (answer?: RawAnswer) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      const answer = readAnswer(received, headOnly);
      if (answer) finish(answer);
    });
    socket.on('error', () => {}).on('close', () => finish());
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
  const pairs = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
  });
  const headers = new Map(pairs.map(([name, value]) => [name.toLowerCase(), value]));
  const content = headOnly ? Buffer.alloc(0) : readContent(rest, headers);
  return content && { status, headers, rawHeaders: pairs.flat(), bytes: content, body: content.toString('utf8') };
}

/** The content at the start of the bytes, once it is whole. */
function readContent(bytes: Buffer, headers: ReadonlyMap<string, string>): Buffer | undefined {
  if (headers.get('transfer-encoding') === 'chunked') return readChunks(bytes);
  const length = Number(headers.get('content-length') ?? 0);
  return bytes.length < length ? undefined : bytes.subarray(0, length);
}

function readChunks(bytes: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = bytes.indexOf('\r\n', at);
    if (end < 0) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', at, end), 16);
    const next = end + 2 + size + 2;
    if (bytes.length < next) return undefined;
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(bytes.subarray(end + 2, end + 2 + size));
    at = next;
  }
}
