/** Listens on the port that was chosen; where nobody insisted on it and it is taken, on the next free one. */
import type { PortChoice } from './settings.ts';

/** Usual ports lie ten apart. */
const furtherPorts = 9;

export interface PortsAround {
  /** Whether starting failed for the port alone. */
  readonly isTaken: (error: unknown) => boolean;
  /** Ports that are kept for others. */
  readonly spare: readonly number[];
}

/** @throws what `start` throws: at the port that was given, and anywhere when it is not the port that is wrong */
export async function onFreePort<T>(
  { port, given }: PortChoice,
  start: (port: number) => Promise<T>,
  { isTaken, spare }: PortsAround,
): Promise<T> {
  if (given) return start(port);
  const next = Array.from({ length: furtherPorts }, (_, index) => port + 1 + index);
  const tried = [port, ...next.filter((one) => one <= 65535 && !spare.includes(one))];
  for (const one of tried)
    try {
      return await start(one);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  return start(0);
}
