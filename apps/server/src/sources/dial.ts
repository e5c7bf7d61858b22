/** Dials a data source: the name is resolved once, every address judged, and the judged address itself is connected to. */
import { lookup } from 'node:dns/promises';
import { connect, type Socket } from 'node:net';
import type { AllowList } from './allow-list.ts';
import { SourceError } from './source-error.ts';

export interface Target {
  readonly host: string;
  readonly port: number;
}

/** Gives all addresses of a name; rejects with the system's error where it has none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export type Dial = (target: Target, signal: AbortSignal) => Promise<Socket>;

const bySystem: Resolve = async (host) => (await lookup(host, { all: true })).map(({ address }) => address);

/**
 * The dialler rejects with a `SourceError` where an address is not allowed, and with the system's error where nothing answers.
 * @param resolve default: the system's resolver
 */
export function createDialler(allowed: AllowList, resolve: Resolve = bySystem): Dial {
  return async ({ host, port }, signal) => {
    const refused = (): SourceError =>
      new SourceError(
        'not-allowed',
        `this server may not call ${host}:${port}; its operator can allow it (ROMA_FDI_ALLOW_HOSTS).`,
      );
    if (!allowed.mayAllow(host, port)) throw refused();
    const addresses = await resolve(host);
    signal.throwIfAborted();
    // One bad address among good ones is how a name is turned against its resolver: none is dialled then.
    if (addresses.length === 0 || !addresses.every((address) => allowed.allows(host, address, port))) throw refused();

    let last: unknown;
    for (const address of addresses) {
      try {
        const socket = await opened(address, port, signal);
        if (socket.remoteAddress && allowed.allows(host, socket.remoteAddress, port)) return socket;
        socket.destroy();
        throw refused();
      } catch (error) {
        if (error instanceof SourceError || signal.aborted) throw error;
        last = error;
      }
    }
    throw last;
  };
}

function opened(address: string, port: number, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port, noDelay: true });
    const abort = (): void =>
      void socket.destroy(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    signal.addEventListener('abort', abort, { once: true });
    const settled = (): void => {
      signal.removeEventListener('abort', abort);
      socket.off('connect', done).off('error', failed);
    };
    const done = (): void => {
      settled();
      resolve(socket);
    };
    const failed = (error: Error): void => {
      settled();
      socket.destroy();
      reject(error);
    };
    socket.once('connect', done).once('error', failed);
  });
}
