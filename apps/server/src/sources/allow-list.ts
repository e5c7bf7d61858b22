/** The addresses that data sources may lie at: nothing, unless the operator lists it. */
import { BlockList, isIP, isIPv6 } from 'node:net';

export interface AllowList {
  /** Whether this address, which `host` resolved to, may be dialled. */
  allows(host: string, address: string, port: number): boolean;
}

/**
 * @param entries `host:port`, where the host is a name, an address (IPv6 in brackets) or a network such as `10.0.0.0/8`, and the
 * port a number or `*`. A name allows what it resolves to, but never a link-local, multicast or unspecified address, and a
 * loopback one only for `localhost`; an address or a network allows every name that resolves into it.
 * @throws {RangeError} where an entry cannot be read
 */
export function createAllowList(entries: readonly string[]): AllowList {
  const rules = entries.map(ruleOf);
  return {
    allows: (host, address, port) =>
      rules.some((rule) => (rule.port === '*' || rule.port === port) && rule.fits(host.toLowerCase(), address)),
  };
}

interface Rule {
  readonly port: number | '*';
  fits(host: string, address: string): boolean;
}

function ruleOf(entry: string): Rule {
  const unreadable = new RangeError(
    `Cannot read the allowed address "${entry}": write host:port, for example db.internal:5432, 10.0.0.0/8:5432 or [::1]:5432.`,
  );
  const match = /^(?:\[([^\]]+)\]|([^:[\]]+)):(\d{1,5}|\*)$/.exec(entry.trim());
  if (!match) throw unreadable;
  const host = (match[1] ?? match[2] ?? '').toLowerCase();
  const port = match[3] === '*' ? '*' : Number(match[3]);
  if (port !== '*' && (port < 1 || port > 65535)) throw unreadable;

  const [network = '', prefix] = host.split('/');
  if (isIP(network)) {
    const range = new BlockList();
    try {
      range.addSubnet(network, prefix === undefined ? (isIPv6(network) ? 128 : 32) : Number(prefix), family(network));
    } catch {
      throw unreadable;
    }
    return { port, fits: (_, address) => range.check(address, family(address)) };
  }
  // Something like 127.1 or 0x7f000001 is no name: some resolvers read it as an address.
  if (prefix !== undefined || !/^(?=.*[a-z])[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/.test(host) || /^0x/.test(host))
    throw unreadable;
  return {
    port,
    fits: (name, address) =>
      name === host &&
      !never.check(address, family(address)) &&
      (host === 'localhost' || !loopback.check(address, family(address))),
  };
}

const family = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Unspecified, link-local (where clouds serve their metadata), multicast and reserved addresses. */
const never = new BlockList();
never.addSubnet('0.0.0.0', 8);
never.addSubnet('169.254.0.0', 16);
never.addSubnet('224.0.0.0', 3);
never.addAddress('::', 'ipv6');
never.addSubnet('fe80::', 10, 'ipv6');
never.addSubnet('ff00::', 8, 'ipv6');
