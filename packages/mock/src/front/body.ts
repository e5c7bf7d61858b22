/** Reads the body of a request within its limits, and parses it. */
import type { IncomingMessage } from 'node:http';
import type { Operation } from '../contract/operations.ts';
import { Failure } from './failure.ts';

/** The connection was closed before the request had arrived: nobody is left to answer. */
export class ClientGone extends Error {}

const EMPTY = Buffer.alloc(0);

/** Whether the headers announce a body. */
export function announcesBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Refuses what the headers alone rule out: media type first, then size. */
export function checkAnnouncedBody({ headers, headersDistinct }: IncomingMessage, operation: Operation): void {
  if (operation.body) checkMediaType(headersDistinct['content-type'], headers['content-encoding']);
  if (Number(headers['content-length'] ?? 0) > operation.bodyLimit) throw tooLarge(operation.bodyLimit);
}

/** Reads the body to its end: at most `limit` bytes, within `timeout` milliseconds. */
export function readBody(request: IncomingMessage, limit: number, timeout: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(
      () =>
        settle(
          new Failure(
            'RequestTimeout',
            `The request did not arrive in time: its body was not complete after ${timeout} ms.`,
          ),
        ),
      timeout,
    );
    const settle = (outcome: Buffer | Error) => {
      clearTimeout(timer);
      request.removeListener('data', onData).removeListener('end', onEnd).removeListener('close', onGone);
      if (Buffer.isBuffer(outcome)) resolve(outcome);
      else reject(outcome);
    };
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) settle(tooLarge(limit));
      else chunks.push(chunk);
    };
    const onEnd = () =>
      settle(chunks.length === 1 ? (chunks[0] as Buffer) : chunks.length ? Buffer.concat(chunks) : EMPTY);
    const onGone = () => settle(new ClientGone());
    request.on('data', onData).on('end', onEnd).on('close', onGone);
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Parses the bytes of a body as JSON; none is undefined. */
export function parseBody(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw new Failure('InvalidParameters', 'Invalid parameters. The body is not valid UTF-8.');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('InvalidParameters', 'Invalid parameters. The body is not valid JSON.');
  }
}

function checkMediaType([type, ...others]: string[] = [], encoding: string | undefined): void {
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    throw new Failure('UnsupportedMediaType', 'The media type must be application/json, without a Content-Encoding.');
  }
  if (type === undefined) {
    throw new Failure(
      'UnsupportedMediaType',
      'The media type must be application/json; the request has no Content-Type.',
    );
  }
  if (others.length > 0) {
    throw new Failure('UnsupportedMediaType', 'The media type must be application/json, and given once.');
  }
  const [essence = '', ...parameters] = type.split(';').map((part) => part.trim().toLowerCase());
  if (essence !== 'application/json') throw new Failure('UnsupportedMediaType');
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  if (charset !== undefined && charset.replaceAll('"', '') !== 'utf-8') {
    throw new Failure('UnsupportedMediaType', 'The media type must be application/json, in UTF-8.');
  }
}

function tooLarge(limit: number): Failure {
  return new Failure('BodyTooLarge', `The request body is larger than ${limit} bytes.`);
}
