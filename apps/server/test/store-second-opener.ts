/** Tries to open a store that another process has open and writes to. */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { openStore } from '../src/store/open-store.ts';
import { StoreError } from '../src/store/store-error.ts';
import { startWriter } from './store-kill.ts';

/**
 * @returns how many of the attempts were refused by name
 * @throws {Error} where the first one's writing did not go on after an attempt
 */
export async function refuseSecondOpeners(
  path: string,
  attempts: number,
): Promise<{ attempts: number; refused: number }> {
  const writer = startWriter(path);
  const ended = once(writer, 'close').then(() => {
    throw new Error('The first server stopped writing.');
  });
  const lines = createInterface(writer.stdout);
  const goesOnWriting = () => Promise.race([once(lines, 'line'), ended]);
  let refused = 0;
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      await goesOnWriting();
      if (await isRefused(path)) refused++;
    }
    await goesOnWriting();
  } finally {
    writer.kill('SIGKILL');
    await ended.catch(() => undefined);
  }
  return { attempts, refused };
}

async function isRefused(path: string): Promise<boolean> {
  try {
    const store = await openStore({ path });
    await store.close();
    return false;
  } catch (error) {
    if (error instanceof StoreError && error.kind === 'in-use' && error.message.includes(path)) return true;
    throw error;
  }
}
