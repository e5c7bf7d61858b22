/** What the client calls itself to servers. */
import { version } from './version.ts';

interface Runtime {
  readonly navigator?: { readonly userAgent?: string };
  readonly process?: { readonly versions?: { readonly node?: string } };
}

/**
 * `roma-fdi-client/VERSION (runtime)`; undefined where the runtime is not known to let a program say it: browsers have a name of their own,
 * and would ask servers of other origins whether they take another.
 */
export function userAgent(runtime: Runtime = globalThis as Runtime): string | undefined {
  const name = runtimeName(runtime);
  return name && `roma-fdi-client/${version} (${name})`;
}

function runtimeName({ navigator, process }: Runtime): string | undefined {
  const known = /^(Node\.js|Deno|Bun)\/[\d.]+|^Cloudflare-Workers$/.exec(navigator?.userAgent ?? '');
  if (known) return known[0];
  // Node 20 has no navigator; a page of Electron, or a test's stand-in for a browser, has another one.
  return navigator === undefined && process?.versions?.node ? `Node.js/${process.versions.node}` : undefined;
}
