/** The cloud's address for a region, as the contract's list of servers has it. */
import { servers } from '@roma-fdi/types';
import { InvalidCallError } from './errors/invalid-call-error.ts';

type Server = (typeof servers)[number];
type Cloud = Extract<Server, { variables: { region: unknown } }>;

/** A region of the vendor's cloud that the contract lists. */
export type Region = Cloud['variables']['region']['enum'][number];

const cloud = servers.find((server): server is Cloud => 'region' in server.variables) as Cloud;

/** Refuses a region that the contract does not list: anything else would let it choose the host that gets the token. */
export function regionUrl(region: Region): string {
  const known: readonly Region[] = cloud.variables.region.enum;
  if (!known.includes(region)) {
    throw new InvalidCallError(`region must be one of ${known.join(', ')}; give baseUrl for any other address.`);
  }
  return cloud.url.replace('{region}', region);
}
