/** Writes out the servers whose whole address is made of variables: Redoc would show it below the page's own address. */
import type { Contract } from './contract.ts';

type Server = Contract['servers'][number];

/** The same contract in which such a server stands with the address that its variables default to. */
export function withServerAddresses(contract: Contract): Contract {
  const servers = contract.servers.map((server) => {
    if (!isAnywhere(server)) return server;
    const { variables: _, ...plain } = server;
    return { ...plain, url: usualAddress(server) };
  });
  return { ...contract, servers };
}

/** The address of a server of one's own, as long as nobody gives another. */
export function selfHostedUrl({ servers }: Contract): string {
  const own = servers.find(isAnywhere);
  if (!own) throw new Error('No server of the contract has a variable host: the samples need the address it gives.');
  return usualAddress(own);
}

/** Whether even the scheme is left to whoever runs the server. */
function isAnywhere({ url }: Server): boolean {
  return url.startsWith('{');
}

function usualAddress({ url, variables = {} }: Server): string {
  return url.replace(/\{(\w+)\}/g, (whole, name: string) => variables[name]?.default ?? whole);
}
