/** A server that answers whatever a test wants, to stand behind a guard. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Upstream {
  url: string;
  /** The headers of the requests that arrived. */
  seen: IncomingMessage['headers'][];
  /** Closes the connections that wait for a request. */
  hangUp(): void;
  close(): Promise<void>;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Starts it on a free port; `handler` may be replaced before each call through the returned function. */
export async function startUpstream(): Promise<Upstream & { answer(handler: Handler): void }> {
  let handler: Handler = (_request, response) => response.end();
  const seen: Upstream['seen'] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers);
    request.resume().on('end', () => handler(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    hangUp: () => server.closeIdleConnections(),
    answer: (next) => {
      handler = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A handler that answers with JSON and an X-Request-Id; `headers` replace and add, undefined takes away. */
export function json(
  status: number,
  body: unknown,
  headers: Record<string, string | string[] | undefined> = {},
): Handler {
  return (_request, response) => {
    const all = { 'content-type': 'application/json', 'x-request-id': 'of-the-upstream', ...headers };
    for (const [name, value] of Object.entries(all)) if (value !== undefined) response.setHeader(name, value);
    response.statusCode = status;
    response.end(typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body));
  };
}
