/** Requests as they are generated: their parts, the bytes of both, and the command that repeats one. */
import type { FailureName, Operation } from '@roma-fdi/contract';

/** What a request must be answered with, where the contract alone decides it; undefined where a server may know more. */
export interface Expected {
  readonly mock: FailureName | undefined;
  readonly server: FailureName | undefined;
}

export interface GeneratedRequest {
  readonly operation: Operation;
  /** What is wrong with it, in words; or `nothing`. */
  readonly fault: string;
  readonly expected: Expected;
  readonly method: string;
  /** Path and query as they are sent. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Undefined for none. */
  readonly body: Buffer | undefined;
  /** How the end of the body is told: by its length, by chunks, or by a length that it does not have. */
  readonly framing: 'length' | 'chunks' | { readonly announced: number };
}

/** The bytes of the request; host and length are added. */
export function bytesOf({ method, target, headers, body, framing }: GeneratedRequest): Buffer {
  const length = typeof framing === 'object' ? framing.announced : body?.length;
  const all = [
    ['Host', 'side-by-side'],
    ...headers,
    ...(framing === 'chunks'
      ? [['Transfer-Encoding', 'chunked']]
      : length === undefined
        ? []
        : [['Content-Length', length]]),
  ];
  const lines = [`${method} ${target} HTTP/1.1`, ...all.map(([name, value]) => `${name}: ${value}`)];
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  return Buffer.concat([head, framing === 'chunks' ? inChunks(body) : (body ?? Buffer.alloc(0))]);
}

function inChunks(body: Buffer = Buffer.alloc(0)): Buffer {
  const half = Math.ceil(body.length / 2);
  const chunks = [body.subarray(0, half), body.subarray(half)].filter(({ length }) => length > 0);
  return Buffer.concat([
    ...chunks.flatMap((chunk) => [Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]),
    Buffer.from('0\r\n\r\n'),
  ]);
}

/** A line for a shell that sends the request to a server. */
export function curlOf({ method, target, headers, body, framing }: GeneratedRequest, url: string): string {
  const all = [...headers, ...(framing === 'chunks' ? [['Transfer-Encoding', 'chunked']] : [])];
  if (typeof framing === 'object') all.push(['Content-Length', String(framing.announced)]);
  if (body !== undefined && !headers.some(([name]) => name === 'Content-Type')) all.push(['Content-Type', '']);
  const options = all.map(([name, value]) => `-H ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`);
  const how = method === 'HEAD' ? '-I' : `-i -X ${method}`;
  const curl = `curl ${how} --path-as-is ${quoted(url + target)} ${options.join(' ')}`;
  if (body === undefined) return curl;
  return `echo ${body.toString('base64')} | base64 -d | ${curl} --data-binary @-`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
