/** A server on a free port of loopback for tests of what contracts do not say. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Served {
  readonly url: string;
  /** Headers of the requests so far. */
  readonly seen: IncomingMessage['headers'][];
  /** Frees the port before the test ends. */
  close(): Promise<unknown>;
}

/** Answers every request with the handler until the test ends. */
export async function serve(handler: (request: IncomingMessage, response: ServerResponse) => void): Promise<Served> {
  const seen: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers);
    // The body first, so that no answer is cut short by a request that is still on its way.
    request.resume().on('end', () => handler(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(async () => void (await close()));
  return { url: `http://127.0.0.1:${port}`, seen, close };
}
