/** The addresses that data sources may lie at: nothing, unless the operator lists it. */
import { BlockList, isIP, isIPv6 } from 'node:net';

export interface AllowList {
  /** Whether any address at all could be allowed for this host: if not, its name need not be resolved. */
  mayAllow(host: string, port: number): boolean;
  /** Whether this address, which `host` resolved to, may be dialled. */
  allows(host: string, address: string, port: number): boolean;
}

/**
 * @param entries `host:port`, where the host is a name, an address (IPv6 in brackets) or a network such as `10.0.0.0/8`, and the
 * port a number or `*`. An address allows itself, and a network every address in it, whatever name resolves to them; a name
 * allows what it resolves to. Link-local, multicast, unspecified and tunnelled addresses must be listed one by one; a loopback
 * address is allowed by `localhost`, by itself and by a network of loopback addresses.
 * @throws {RangeError} where an entry cannot be read
 */
export function createAllowList(entries: readonly string[]): AllowList {
  const rules = entries.map(ruleOf);
  return {
    mayAllow: (host, port) =>
      rules.some((rule) => rule.takes(port) && (rule.name === undefined || rule.name === plain(host))),
    allows: (host, address, port) =>
      isIP(address) !== 0 &&
      rules.some(
        (rule) => rule.takes(port) && (rule.name === undefined || rule.name === plain(host)) && rule.covers(address),
      ),
  };
}

interface Rule {
  /** Undefined: any name. */
  readonly name?: string;
  takes(port: number): boolean;
  covers(address: string): boolean;
}

/** Names are the same in any case, and with the dot that ends a full one. */
const plain = (host: string): string => host.toLowerCase().replace(/\.$/, '');

function ruleOf(entry: string): Rule {
  const unreadable = new RangeError(
    `Cannot read the allowed address "${entry}": write host:port, for example db.internal:5432, 10.0.0.0/8:5432 or [::1]:5432.`,
  );
  const match = /^(?:\[([^\]]+)\]|([^:[\]]+)):(\d{1,5}|\*)$/.exec(entry.trim());
  if (!match) throw unreadable;
  const host = (match[1] ?? match[2] ?? '').toLowerCase();
  const port = Number(match[3]);
  if (match[3] !== '*' && (port < 1 || port > 65535)) throw unreadable;
  const takes = (asked: number): boolean => match[3] === '*' || asked === port;

  const [network = '', prefix, surplus] = host.split('/');
  if (surplus === undefined && isIP(network) && !network.includes('%')) {
    const bits = isIPv6(network) ? 128 : 32;
    const range = new BlockList();
    try {
      range.addSubnet(network, prefix === undefined ? bits : wholeNumber(prefix), family(network));
    } catch {
      throw unreadable;
    }
    if (prefix === undefined || Number(prefix) === bits) return { takes, covers: (address) => within(range, address) };
    const ofLoopback = within(loopback, network);
    return {
      takes,
      covers: (address) => within(range, address) && !isSpecial(address) && (ofLoopback || !within(loopback, address)),
    };
  }
  // Something like 127.1 or 0x7f000001 is no name: some resolvers read it as an address.
  if (prefix !== undefined || !/^(?=.*[a-z])[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/.test(host) || /^0x/.test(host))
    throw unreadable;
  const local = host === 'localhost';
  return {
    name: host,
    takes,
    covers: (address) => !isSpecial(address) && (local || !within(loopback, address)),
  };
}

const family = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4');

const within = (list: BlockList, address: string): boolean => list.check(address, family(address));

/** `::1` lies among the IPv4-compatible addresses, but is none. */
const isSpecial = (address: string): boolean => within(special, address) && !within(loopback, address);

const wholeNumber = (text: string): number => (/^\d{1,3}$/.test(text) ? Number(text) : Number.NaN);

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Addresses that stand for something else than a machine of one's own: a name or a network that gives one is not believed. */
const special = new BlockList();
// Unspecified, link-local (where clouds serve their metadata), multicast and reserved.
special.addSubnet('0.0.0.0', 8);
special.addSubnet('169.254.0.0', 16);
special.addSubnet('224.0.0.0', 3);
special.addAddress('::', 'ipv6');
special.addSubnet('fe80::', 10, 'ipv6');
special.addSubnet('ff00::', 8, 'ipv6');
// An IPv4 address inside another one: IPv4-compatible, NAT64, 6to4, Teredo.
special.addSubnet('::', 96, 'ipv6');
special.addSubnet('64:ff9b::', 96, 'ipv6');
special.addSubnet('64:ff9b:1::', 48, 'ipv6');
special.addSubnet('2002::', 16, 'ipv6');
special.addSubnet('2001::', 32, 'ipv6');
