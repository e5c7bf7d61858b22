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
  const ended = once(writer, 'close');
  const lines = createInterface(writer.stdout)[Symbol.asyncIterator]();
  const nextDone = async () => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done || value.startsWith('failed')) throw new Error(`The writer stopped: ${value ?? 'it ended'}.`);
      if (value.startsWith('done')) return;
    }
  };
  let refused = 0;
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      await nextDone();
      if (await isRefused(path)) refused++;
    }
    await nextDone();
  } finally {
    writer.kill('SIGKILL');
    await ended;
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
