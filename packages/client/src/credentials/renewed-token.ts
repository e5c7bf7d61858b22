/** A token that is renewed before it expires: one renewal at a time, for all who wait for it. */
import { withinDeadline } from '../wire/deadline.ts';
import { shareWork } from './shared-work.ts';
import type { IssuedToken } from './token-request.ts';

export interface RenewedToken {
  /** A token that is good for a while; fails as the renewal does, or with the reason of the signal. */
  current(signal: AbortSignal): Promise<string>;
  /** Whether it is this one. */
  is(token: string): boolean;
  /** The service refused this one: it is not given again. */
  drop(token: string): void;
}

interface Held {
  readonly token: string;
  /** When it is to be renewed, and when it is of no use any more; on the clock of `Date.now()`. */
  readonly renewAt: number;
  readonly end: number;
}

/** Milliseconds: a token must outlast the longest call that begins with it, many times over. */
const longestRest = 30 * 60_000;
/** The part of a lifetime that may be left when it is renewed. */
const restOfLifetime = 1 / 10;
/** Milliseconds that a call waits for a renewal while the old token is good. */
const longestEarlyWait = 5_000;
/** Milliseconds to the next try after a renewal that came too early to matter has failed. */
const pauseAfterFailure = 30_000;

export function createRenewedToken(issue: (signal: AbortSignal) => Promise<IssuedToken>): RenewedToken {
  let held: Held | undefined;
  const renewed = shareWork(async (signal) => {
    const asked = Date.now();
    const { token, lifetime = Number.POSITIVE_INFINITY } = await issue(signal);
    const end = asked + lifetime;
    held = { token, end, renewAt: end - Math.min(longestRest, lifetime * restOfLifetime) };
    return token;
  });
  return {
    async current(signal) {
      if (!held || held.end <= Date.now()) return renewed(signal);
      if (Date.now() < held.renewAt) return held.token;
      try {
        const expired = () => new Error('The identity service takes too long.');
        return await withinDeadline({ timeout: longestEarlyWait, signal, expired }, renewed);
      } catch (error) {
        if (!held || held.end <= Date.now()) throw error;
        // The old one is good for a while: the next calls need not wait for IAM to fail, or to stay silent, again.
        held = { ...held, renewAt: Math.min(held.end, Date.now() + pauseAfterFailure) };
        if (signal.aborted) throw error;
        return held.token;
      }
    },
    is: (token) => held?.token === token,
    drop(token) {
      if (held?.token === token) held = undefined;
    },
  };
}
