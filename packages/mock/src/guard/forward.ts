/** Carries a request to the upstream and brings its answer back, byte for byte. */
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { Failure } from '@roma-fdi/contract';
import type { Call } from '../front/call.ts';

export interface UpstreamAnswer {
  status: number;
  /** Names in lower case; of a repeated header all values. */
  headers: Record<string, string | string[]>;
  bytes: Buffer;
}

export interface Upstream {
  send(call: Call): Promise<UpstreamAnswer>;
  close(): void;
}

/** Headers that belong to one connection and are never passed on. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
/** Made anew for the upstream: its own host, the true length, no waiting, nothing that we could not read. */
const replaced = new Set(['host', 'content-length', 'expect', 'accept-encoding']);
/** Of an answer; far more than 1,000 mappings have. */
const maxBytes = 64 * 1024 * 1024;
const tooLarge = `The answer of the upstream is larger than ${maxBytes} bytes.`;

/** Connects to the upstream at `url`; `timeout` is in milliseconds, for the whole answer. */
export function createUpstream(url: URL, timeout: number): Upstream {
  const secure = url.protocol === 'https:';
  const agent = secure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const base = url.pathname.replace(/\/$/, '');
  return {
    close: () => agent.destroy(),
    send: (call) =>
      new Promise((resolve, reject) => {
        const outgoing = (secure ? requestHttps : requestHttp)({
          agent,
          protocol: url.protocol,
          hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
          port: url.port,
          method: call.operation.method,
          path: base + call.path + call.search,
          headers: headersFor(call, url.host),
        });
        const timer = setTimeout(() => {
          reject(unavailable(`The upstream did not answer within ${timeout} ms.`));
          outgoing.destroy();
        }, timeout);
        const fail = () => {
          clearTimeout(timer);
          reject(
            unavailable('The upstream cannot be reached, or ended the connection before its answer was complete.'),
          );
        };
        outgoing.on('error', fail).on('response', (incoming) => {
          collect(incoming)
            .then((answer) => (answer ? resolve(answer) : reject(unavailable(tooLarge))), fail)
            .finally(() => clearTimeout(timer));
        });
        // Nobody asked for another protocol; Node tells of it here alone.
        outgoing.on('upgrade', ({ statusCode = 0 }, socket) => {
          clearTimeout(timer);
          socket.destroy();
          resolve({ status: statusCode, headers: {}, bytes: Buffer.alloc(0) });
        });
        outgoing.end(call.bytes);
      }),
  };
}

/** The raw list keeps the case and the order of what the client sent; a signature may cover both. */
function headersFor({ rawHeaders, headers, bytes }: Call, host: string): string[] {
  const named = String(headers.connection ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const kept: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] as string;
    const lower = name.toLowerCase();
    if (!hopByHop.has(lower) && !replaced.has(lower) && !named.includes(lower))
      kept.push(name, rawHeaders[index + 1] as string);
  }
  if (bytes.length > 0 || headers['content-length'] !== undefined) kept.push('Content-Length', String(bytes.length));
  return [...kept, 'Host', host, 'Accept-Encoding', 'identity'];
}

/** The whole answer; undefined for one that is larger than any of the contract, whose rest is not waited for. */
async function collect(incoming: IncomingMessage): Promise<UpstreamAnswer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  const headers: UpstreamAnswer['headers'] = {};
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    if (values && !hopByHop.has(name) && name !== 'content-length')
      headers[name] = values.length === 1 ? (values[0] as string) : values;
  }
  return { status: incoming.statusCode ?? 0, headers, bytes: Buffer.concat(chunks) };
}

function unavailable(message: string): Failure {
  return new Failure('Unavailable', message);
}
