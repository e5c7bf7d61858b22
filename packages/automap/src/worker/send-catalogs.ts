/** Sends the catalogs and the long options to the thread, a few milliseconds at a time. */

import { setImmediate } from 'node:timers/promises';
import type { Table } from '../catalog.ts';
import type { GivenPair, MapOptions } from '../options.ts';
import { batchesOf } from './batches.ts';
import type { MapThread } from './map-thread.ts';
import type { SentList } from './messages.ts';
import { sentTable } from './sent-table.ts';

export interface Sending {
  readonly source: readonly Table[];
  readonly target: readonly Table[];
  /** Those of them that are undefined are not sent. */
  readonly options: { readonly [List in Exclude<SentList, 'source' | 'target'>]: MapOptions[List] | undefined };
  /** Called with the share of the tables that are sent, 0 to 1. */
  readonly onSent: (share: number) => void;
}

/** Rejects with what ended the thread, where it has ended. */
export async function sendCatalogs(thread: MapThread, { source, target, options, onSent }: Sending): Promise<void> {
  let count = 0;
  const send = async <Item>(
    list: SentList,
    items: readonly Item[] | undefined,
    sizeOf: (item: Item) => number,
    sentOf: (item: Item) => unknown = (item) => item,
  ): Promise<void> => {
    if (items === undefined) return;
    for (const batch of batchesOf(items, sizeOf)) {
      thread.send({ list, items: JSON.stringify(batch.map(sentOf)) });
      // Others get their turn.
      await setImmediate();
      if (list !== 'source' && list !== 'target') continue;
      count += batch.length;
      if (batch.length > 0) onSent(count / (source.length + target.length));
    }
  };
  const widthOf = (item: { readonly columns?: readonly unknown[] }): number => 1 + (item.columns?.length ?? 0);
  await send('source', source, widthOf, sentTable);
  await send('target', target, widthOf, sentTable);
  await send('sourceTables', options.sourceTables, () => 1);
  await send('targetTables', options.targetTables, () => 1);
  await send<GivenPair>('fixed', options.fixed, widthOf);
  await send<GivenPair>('refused', options.refused, widthOf);
  await send('synonyms', options.synonyms, () => 1);
}
