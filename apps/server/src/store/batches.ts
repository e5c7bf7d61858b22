/** Long lists as JSON texts, which cost a small part of the memory and of the transfer of objects. */
import { setImmediate } from 'node:timers/promises';

/** Columns of a batch: some milliseconds' work, after which the event loop takes a turn. */
const columnsOfBatch = 5000;

/**
 * Takes the items one by one, so that an iterator can make them on the way.
 * @throws the signal's reason when it aborts
 */
export async function inBatches<Item>(
  items: Iterable<Item>,
  write: (item: Item) => object,
  columnsOf: (item: Item) => number,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const batches: string[] = [];
  let batch: object[] = [];
  let columns = 0;
  for (const item of items) {
    batch.push(write(item));
    columns += columnsOf(item);
    if (columns < columnsOfBatch) continue;
    batches.push(JSON.stringify(batch));
    batch = [];
    columns = 0;
    await setImmediate();
    signal?.throwIfAborted();
  }
  if (batch.length > 0) batches.push(JSON.stringify(batch));
  return batches;
}
