/** Resolves the name of a data source's server once, and judges every address that it has. */
import { lookup } from 'node:dns/promises';
import { untilAborted } from '../pace/until-aborted.ts';
import type { AllowList } from './allow-list.ts';
import { SourceError } from './source-error.ts';

export interface ServerName {
  readonly host: string;
  readonly port: number;
}

/** Gives all addresses of a name; rejects with the system's error where it has none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

const bySystem: Resolve = async (host) => (await lookup(host, { all: true })).map(({ address }) => address);

/**
 * The addresses that may be connected to, in the order of the resolver; none where the name is not known.
 * @param resolve default: the system's resolver
 * @throws {SourceError} `not-allowed`; the signal's reason as soon as it aborts
 */
export async function resolveAddresses(
  allowed: AllowList,
  { host, port }: ServerName,
  signal: AbortSignal,
  resolve: Resolve = bySystem,
): Promise<readonly string[]> {
  const refused = (): SourceError =>
    new SourceError(
      'not-allowed',
      `this server may not call ${host}:${port}; its operator can allow it (ROMA_FDI_ALLOW_HOSTS).`,
    );
  signal.throwIfAborted();
  if (!allowed.mayAllow(host, port)) throw refused();
  const found = resolve(host).catch(() => undefined);
  const addresses = await untilAborted(found, signal);
  if (!addresses) return [];
  // One bad address among good ones is how a name is turned against its resolver: none is lent then.
  if (addresses.length === 0 || !addresses.every((address) => allowed.allows(host, address, port))) throw refused();
  return addresses;
}
