/** Has two catalogs mapped in a thread of its own; whoever calls is free meanwhile, also while the catalogs come and go. */

import type { Table } from '../catalog.ts';
import { checkInput } from '../check-input.ts';
import type { CatalogMapping } from '../mapping.ts';
import type { MapOptions } from '../options.ts';
import { startThread } from './map-thread.ts';
import { sendCatalogs } from './send-catalogs.ts';
import { takeAnswer } from './take-answer.ts';

/** The matcher's own options, and what a thread adds to them. */
export interface WorkerMapOptions extends MapOptions {
  /** Ends the thread, whatever it is doing; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** The most memory for what the thread holds, in MB; beyond it the promise rejects. Default: 4096. */
  readonly maxMemoryMb?: number;
}

/** The shares of the whole work that are done when the catalogs are sent, and when they are mapped. */
const sent = 0.1;
const mapped = 0.9;

/**
 * `mapCatalogs` in a thread of its own: the same answer to the same options, with the very tables that were passed in.
 *
 * The catalogs must not change until the promise is settled. They are sent, and the answer is taken in, a few milliseconds
 * at a time. `onProgress` is called in the caller's thread with shares of the whole, 0 to 1, that never fall; the last is 1.
 * What it throws rejects the promise, as whatever `mapCatalogs` throws does.
 *
 * @throws a TypeError where a catalog or an option has not its form; the signal's reason once it aborts; an Error where the thread ends before its time, such as for want of memory
 */
export async function mapCatalogsInWorker<S extends Table, T extends Table>(
  source: { readonly tables: readonly S[] },
  target: { readonly tables: readonly T[] },
  options: WorkerMapOptions = {},
): Promise<CatalogMapping<S, T>> {
  const { signal, maxMemoryMb = 4096, onProgress, ...asked } = options;
  const { sourceTables, targetTables, fixed, refused, synonyms, ...rest } = asked;
  signal?.throwIfAborted();
  checkInput(source, target, asked);
  if (!(maxMemoryMb > 0)) throw new TypeError(`options.maxMemoryMb must be more than 0, not ${maxMemoryMb}.`);
  const progress = rising(onProgress);
  const thread = startThread({ signal, maxMemoryMb, onDone: (done) => progress(sent + done * (mapped - sent)) });
  try {
    const tables = { source: source.tables, target: target.tables };
    await sendCatalogs(thread, {
      ...tables,
      options: { sourceTables, targetTables, fixed, refused, synonyms },
      onSent: (share) => progress(share * sent),
    });
    const mapping = await takeAnswer(thread, {
      ...tables,
      options: rest,
      onTold: (share) => progress(mapped + share * (1 - mapped)),
    });
    progress(1);
    return mapping;
  } finally {
    await thread.end();
  }
}

/** Passes on only what is more than before. */
function rising(onProgress: ((done: number) => void) | undefined): (done: number) => void {
  let last = -1;
  return (done) => {
    const share = Math.min(done, 1);
    if (share <= last) return;
    last = share;
    onProgress?.(share);
  };
}
