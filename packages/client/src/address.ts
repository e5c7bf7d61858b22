/** Checks the address of a server that is to get credentials. */
import { InvalidCallError } from './errors/invalid-call-error.ts';

/**
 * Without a slash at its end. The messages do not quote it: it may hold a password.
 *
 * @param name what it is called in messages
 */
export function checkAddress(name: string, address: unknown): { readonly origin: string; readonly pathname: string } {
  const url = typeof address === 'string' && URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    throw new InvalidCallError(`${name} must be an http or https address without user, password, query and fragment.`);
  }
  return { origin: url.origin, pathname: url.pathname.replace(/\/+$/, '') };
}
