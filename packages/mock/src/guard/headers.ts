/** Which headers go through the guard: none that belong to one connection, in either direction. */
import type { IncomingMessage } from 'node:http';

/** Besides all that begin with `proxy-`, and all that `Connection` names. */
const hopByHop = new Set(['connection', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade']);
/** Made anew for the upstream: its own host, the true length, no waiting, nothing that we could not read. */
const replaced = new Set(['host', 'content-length', 'expect', 'accept-encoding']);

/** Node sends chunks with any other method where no length is given. */
const withoutBody = new Set(['GET', 'DELETE']);

interface Sent {
  readonly operation: { readonly method: string };
  readonly rawHeaders: readonly string[];
  readonly bytes: Buffer;
}

/** The raw list keeps the case and the order of what the client sent; a signature may cover both. */
export function requestHeaders({ operation, rawHeaders, bytes }: Sent, host: string): string[] {
  const pairs = pairsOf(rawHeaders);
  const staysHere = ofConnection(pairs);
  const kept = pairs.filter(([name]) => !staysHere(name) && !replaced.has(name.toLowerCase()));
  const length = bytes.length > 0 || !withoutBody.has(operation.method) ? ['Content-Length', String(bytes.length)] : [];
  return [...kept.flat(), ...length, 'Host', host, 'Accept-Encoding', 'identity'];
}

/** Names in lower case; of a repeated header all values. */
export function answerHeaders({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): Record<string, string | string[]> {
  const pairs = pairsOf(rawHeaders);
  const staysHere = ofConnection(pairs);
  // Without a prototype: a header may be called anything.
  const headers: Record<string, string | string[]> = Object.create(null);
  for (const [written, value] of pairs) {
    const name = written.toLowerCase();
    if (staysHere(name) || name === 'content-length') continue;
    const earlier = headers[name];
    headers[name] = earlier === undefined ? value : [...[earlier].flat(), value];
  }
  return headers;
}

type Pair = readonly [name: string, value: string];

function pairsOf(rawHeaders: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2)
    pairs.push([rawHeaders[index] as string, rawHeaders[index + 1] as string]);
  return pairs;
}

function ofConnection(pairs: readonly Pair[]): (name: string) => boolean {
  const named = new Set(
    pairs
      .filter(([name]) => name.toLowerCase() === 'connection')
      .flatMap(([, value]) => value.toLowerCase().split(','))
      .map((name) => name.trim()),
  );
  return (written) => {
    const name = written.toLowerCase();
    return hopByHop.has(name) || name.startsWith('proxy-') || named.has(name);
  };
}
