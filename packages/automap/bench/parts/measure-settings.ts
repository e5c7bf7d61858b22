/** Measures settings of the matcher on sets of schema pairs, as many at a time as there are cores. */

import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Score } from './score.ts';
import type { Setting } from './settings.ts';

/** The scores of all schema pairs, in the order of the sets, for each setting; tells on standard error how far it is. */
export async function measureSettings(folders: readonly string[], settings: readonly Setting[]): Promise<Score[][]> {
  const scores: Score[][] = [];
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    const thread = new Worker(new URL('settings-thread.ts', import.meta.url), { workerData: folders });
    while (next < settings.length) {
      const at = next++;
      scores[at] = await ask(thread, settings[at]!);
      console.error(`${++done} of ${settings.length}: ${settings[at]!.name}`);
    }
    await thread.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(settings.length, availableParallelism()) }, work));
  return scores;
}

async function ask(thread: Worker, setting: Setting): Promise<Score[]> {
  const answer = once(thread, 'message');
  thread.postMessage(setting);
  return (await answer)[0];
}
