/** Reads the body of a request within its limits. */
import type { IncomingMessage } from 'node:http';
import { Failure } from '@roma-fdi/contract';
import { tooLarge } from '@roma-fdi/contract/http';

/** The connection was closed before the request had arrived: nobody is left to answer. */
export class ClientGone extends Error {}

const empty = Buffer.alloc(0);

/** Reads the body to its end: at most `limit` bytes, within `timeout` milliseconds; none at all where there is a `refusal` of its bytes. */
export function readBody(
  request: IncomingMessage,
  limit: number,
  timeout: number,
  refusal: Failure | undefined,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => settle(new Failure('RequestTimeout')), timeout);
    const settle = (outcome: Buffer | Error) => {
      clearTimeout(timer);
      request.removeListener('data', onData).removeListener('end', onEnd).removeListener('close', onGone);
      if (Buffer.isBuffer(outcome)) resolve(outcome);
      else reject(outcome);
    };
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (refusal) settle(refusal);
      else if (size > limit) settle(tooLarge(limit));
      else chunks.push(chunk);
    };
    const onEnd = () =>
      settle(chunks.length === 1 ? (chunks[0] as Buffer) : chunks.length ? Buffer.concat(chunks) : empty);
    const onGone = () => settle(new ClientGone());
    request.on('data', onData).on('end', onEnd).on('close', onGone);
  });
}
