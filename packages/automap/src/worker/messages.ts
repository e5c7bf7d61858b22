/** What crosses between the caller and the thread. Lists go as JSON, which is quicker to write and to read than a clone. */

import type { MapOptions } from '../options.ts';

/** What is sent to the thread piece by piece: the tables of both sides, and every option that may be long. */
export type SentList = 'source' | 'target' | 'sourceTables' | 'targetTables' | 'fixed' | 'refused' | 'synonyms';

/** What the thread is told. */
export type Question =
  /** JSON of an array, to be put behind what came of this list before; a list of which nothing came is absent. */
  | { readonly list: SentList; readonly items: string }
  /** All lists are there: map, and answer with the first batch. */
  | { readonly map: Omit<MapOptions, SentList | 'onProgress'> }
  /** The next batch of the answer; the caller asks for each, so that never more than one waits for it. */
  | { readonly next: true };

/** What the thread tells. */
export type Answer =
  /** The share of the matcher's own work that is done, 0 to 1. */
  | { readonly done: number }
  | Batch
  /** All batches were asked for. */
  | { readonly end: true };

/** A piece of one of the three lists of the answer. */
export interface Batch {
  readonly list: AnswerList;
  /** JSON of an array of rows (`rows.ts`), to be put behind what came of this list before. */
  readonly items: string;
  /** The share of the answer that is told with this batch, 0 to 1. */
  readonly told: number;
}

/** The pairs, and the unmapped tables of either side. */
export type AnswerList = 'pairs' | 'source' | 'target';
