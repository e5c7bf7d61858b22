/** Takes the thread's answer in, a few milliseconds at a time, and puts the caller's own tables into it. */

import { setImmediate } from 'node:timers/promises';
import type { Table } from '../catalog.ts';
import type { CatalogMapping, TablePair, Unmapped } from '../mapping.ts';
import type { UnmappedTableReason } from '../reasons.ts';
import type { MapThread } from './map-thread.ts';
import type { Question } from './messages.ts';
import { type PairRow, pairOfRow, type UnmappedRow, unmappedOfRow } from './rows.ts';

export interface Taking<S extends Table, T extends Table> {
  /** The tables in the order in which they were sent. */
  readonly source: readonly S[];
  readonly target: readonly T[];
  /** The options that do not go as lists. */
  readonly options: Extract<Question, { map: unknown }>['map'];
  /** Called with the share of the answer that is here, 0 to 1. */
  readonly onTold: (share: number) => void;
}

/** Has the thread map what it was sent. Rejects with what ended the thread, where it has ended. */
export async function takeAnswer<S extends Table, T extends Table>(
  thread: MapThread,
  { source, target, options, onTold }: Taking<S, T>,
): Promise<CatalogMapping<S, T>> {
  const pairs: TablePair<S, T>[] = [];
  const ofSource: Unmapped<S, T>[] = [];
  const ofTarget: Unmapped<T, S>[] = [];
  let batch = await thread.ask({ map: options });
  while (batch) {
    // The thread writes the next one while this one is read. Reading begins in a turn of its own: within that of the
    // message, the next message would be taken in as well, and the one after it, and nobody else would have a turn.
    const next = thread.ask({ next: true });
    await setImmediate();
    const rows: unknown[] = JSON.parse(batch.items);
    if (batch.list === 'pairs') for (const row of rows as PairRow[]) pairs.push(pairOfRow(row, source, target));
    else if (batch.list === 'source')
      for (const row of rows as UnmappedTableRow[]) ofSource.push(unmappedOfRow(row, source, target));
    else for (const row of rows as UnmappedTableRow[]) ofTarget.push(unmappedOfRow(row, target, source));
    onTold(batch.told);
    batch = await next;
  }
  return { pairs, unmapped: { source: ofSource, target: ofTarget } };
}

type UnmappedTableRow = UnmappedRow<UnmappedTableReason>;
