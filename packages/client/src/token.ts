/** Where the token comes from, and the check that it can be sent. */
import { InvalidCallError } from './errors/invalid-call-error.ts';
import { headerValue } from './header-value.ts';

/** The token, or a function that gives it before each call; keeping and renewing it is the function's business. */
export type Token = string | (() => string | Promise<string>);

/** Gives the token for one call. What the caller's function throws comes back unchanged. */
export type TokenSource = () => string | Promise<string>;

/** A fixed token is checked at once, one from a function each time. */
export function tokenSource(token: Token): TokenSource {
  if (typeof token === 'function') return async () => checked(await token());
  const fixed = checked(token);
  return () => fixed;
}

function checked(token: unknown): string {
  const value = headerValue('token', token);
  if (value === '') throw new InvalidCallError('token is empty.');
  if (value !== value.trim()) throw new InvalidCallError('token begins or ends with a space or a tab.');
  return value;
}
