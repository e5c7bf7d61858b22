/** Slows down who guesses secret keys: failed proofs are counted for each key at each address, and no key is locked for other addresses. */
import { isIPv6 } from 'node:net';

/** What counts failed proofs. `who` is a key at an address. */
export interface FailedProofs {
  /** Seconds until another proof is heard; undefined where it is heard at once. */
  waitOf(who: string): number | undefined;
  /** @returns seconds after which the next one is worth it, where there were too many */
  failed(who: string): number | undefined;
  succeeded(who: string): void;
}

/** Failed proofs of a key at an address within the time, after which no more is heard: the vendor's own figures. */
const mostFailures = 5;
const windowMilliseconds = 5 * 60_000;
/** Entries that are remembered, of each kind. The oldest goes first, so memory has a bound. */
const mostEntries = 10_000;

/** @param now milliseconds on a clock that is never set */
export function createFailedProofs(now = (): number => performance.now()): FailedProofs {
  const failures = new Map<string, { count: number; readonly end: number }>();
  // Behind a proxy all callers have one address: whoever fails there must not lock out those who have proved the key.
  const proved = new Map<string, true>();

  function waitFor(who: string): number | undefined {
    const entry = failures.get(who);
    if (!entry || entry.count < mostFailures) return undefined;
    const left = entry.end - now();
    return left > 0 ? Math.ceil(left / 1000) : undefined;
  }

  return {
    waitOf: (who) => (proved.has(who) ? undefined : waitFor(who)),
    failed(who) {
      const wait = waitFor(who);
      if (wait !== undefined) return wait;
      const entry = failures.get(who);
      if (entry && entry.end > now()) entry.count++;
      else remember(failures, who, { count: 1, end: now() + windowMilliseconds });
      return undefined;
    },
    succeeded(who) {
      failures.delete(who);
      remember(proved, who, true);
    },
  };
}

/** As the latest entry. */
function remember<Value>(entries: Map<string, Value>, who: string, value: Value): void {
  entries.delete(who);
  const [oldest] = entries.keys();
  if (oldest !== undefined && entries.size >= mostEntries) entries.delete(oldest);
  entries.set(who, value);
}

/** Whom an address stands for: one caller has a whole network of IPv6 addresses (/64). */
export function callerAt(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [before = '', after] = address.replace(/%.*$/, '').split('::');
  const groupsOf = (text = ''): readonly string[] => text.split(':').filter((group) => group !== '');
  const zeros = Array<string>(8 - groupsOf(before).length - groupsOf(after).length).fill('0');
  const network = [...groupsOf(before), ...zeros, ...groupsOf(after)].slice(0, 4);
  return `${network.map((group) => group.toLowerCase().replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
