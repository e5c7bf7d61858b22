/** Reads on for a moment what a caller is still sending, so that it sees the refusal instead of a broken connection. */
import type { IncomingMessage } from 'node:http';

const maxBytes = 4 * 2 ** 20;
const maxMilliseconds = 500;

export function drained(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    if (request.complete || request.destroyed) return resolve();
    let bytes = 0;
    const timer = setTimeout(done, maxMilliseconds);
    function done(): void {
      clearTimeout(timer);
      request.off('data', count).off('end', done).off('close', done);
      resolve();
    }
    function count(chunk: Buffer): void {
      bytes += chunk.length;
      if (bytes > maxBytes) done();
    }
    request.on('data', count).on('end', done).on('close', done);
  });
}
