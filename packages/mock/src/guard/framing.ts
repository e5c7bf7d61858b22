/** Says how an answer breaks HTTP; each sentence goes on from "The answer breaks HTTP:" and names no value. */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** What Node's parser refused, if the error is one of it. */
export function faultOfParser(
  error: NodeJS.ErrnoException & { readonly reason?: string },
  answer: Pick<IncomingMessage, 'complete'> | undefined,
): string | undefined {
  if (!error.code?.startsWith('HPE_')) return undefined;
  if (answer?.complete) return 'it goes on behind its end';
  return error.reason ?? error.code;
}

/** What Node's parser lets pass, in an answer that it read to the end. */
export function faultOfFraming(
  { httpVersion, statusCode = 0, headers }: Pick<IncomingMessage, 'httpVersion' | 'statusCode' | 'headers'>,
  socket: Pick<Socket, 'destroyed' | 'readableEnded' | 'errored'>,
): string | undefined {
  const length = headers['content-length'];
  const coding = headers['transfer-encoding']?.toLowerCase();
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return 'its version is neither 1.1 nor 1.0';
  if (statusCode < 100) return 'its status is less than 100';
  if (statusCode === 204 && coding !== undefined) return 'a 204 must not have a Transfer-Encoding';
  if (statusCode === 204 && length !== undefined && Number(length) !== 0) return 'a 204 must not announce a body';
  if (coding !== undefined && coding !== 'chunked') return 'its Transfer-Encoding must be chunked and nothing else';
  // Node closes a connection on which a second answer stands behind the first, and reports nothing.
  if (socket.destroyed && !socket.readableEnded && !socket.errored) return 'it goes on behind its end';
  return undefined;
}
