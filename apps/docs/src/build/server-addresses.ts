/** Writes out the servers whose whole address is a variable: Redoc would show `{origin}` below the page's own address. */
import type { Contract } from './contract.ts';

/** The same contract in which such a server stands with the address that its variable defaults to. */
export function withServerAddresses(contract: Contract): Contract {
  const servers = contract.servers.map((server) => {
    const [, name] = /^\{(\w+)\}$/.exec(server.url) ?? [];
    if (!name || !server.variables?.[name]) return server;
    const { variables, ...plain } = server;
    return { ...plain, url: variables[name]!.default };
  });
  return { ...contract, servers };
}
