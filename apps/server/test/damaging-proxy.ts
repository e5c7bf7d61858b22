/** Stands between guard and server and damages answers, so that a test sees whether anybody notices. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface ProxiedAnswer {
  readonly status: number;
  readonly type: string;
  /** Parsed; undefined for none. */
  readonly body: unknown;
}

export interface DamagingProxy {
  readonly url: string;
  /** What happens to every answer from now on. */
  damage(change: (answer: ProxiedAnswer) => ProxiedAnswer): void;
  close(): Promise<void>;
}

export async function startDamagingProxy(upstream: string): Promise<DamagingProxy> {
  let change = (answer: ProxiedAnswer): ProxiedAnswer => answer;
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const { connection, host, ...headers } = request.headers;
    const received = await fetch(upstream + request.url, {
      method: request.method ?? '',
      headers: headers as Record<string, string>,
      ...(body.length === 0 ? {} : { body }),
    });
    const text = await received.text();
    const answer = change({
      status: received.status,
      type: received.headers.get('content-type') ?? '',
      body: text === '' ? undefined : JSON.parse(text),
    });
    response.writeHead(answer.status, {
      ...(answer.type === '' ? {} : { 'content-type': answer.type }),
      'x-request-id': received.headers.get('x-request-id') ?? '',
    });
    response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    damage(next) {
      change = next;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
