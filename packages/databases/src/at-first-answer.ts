/** Tries the addresses of a server one after the other. */

/**
 * What `start` gives at the first address where something answers.
 * @throws what `start` throws; where nothing answers, the system's error of the last address
 */
export async function atFirstAnswer<T>(
  addresses: readonly string[],
  start: (address: string) => Promise<T>,
): Promise<T> {
  let unanswered: unknown;
  for (const address of addresses) {
    try {
      return await start(address);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).syscall !== 'connect') throw error;
      unanswered = error;
    }
  }
  throw unanswered ?? Object.assign(new Error('The name has no address.'), { syscall: 'connect' });
}
