/** The thread: it takes two catalogs in, maps them once, and tells the answer batch by batch. */

import { parentPort } from 'node:worker_threads';
import type { Table } from '../catalog.ts';
import { mapCatalogs } from '../map-catalogs.ts';
import type { CatalogMapping } from '../mapping.ts';
import type { MapOptions } from '../options.ts';
import { batchesOf } from './batches.ts';
import type { Answer, AnswerList, Batch, Question, SentList } from './messages.ts';
import { positionsOf, rowOfPair, rowOfUnmapped } from './rows.ts';

/** The smallest step of progress that is told. */
const step = 0.005;

const port = parentPort!;
const lists: Partial<Record<SentList, unknown[]>> = {};
let answer: Iterator<Batch> | undefined;

port.on('message', (question: Question) => {
  if ('list' in question) {
    lists[question.list] ??= [];
    lists[question.list]!.push(...JSON.parse(question.items));
    return;
  }
  if ('map' in question) answer = batches(question.map);
  const next = answer?.next();
  tell(next && !next.done ? next.value : { end: true });
});

function tell(what: Answer): void {
  port.postMessage(what);
}

/** Maps when the first batch is asked for. */
function* batches(asked: MapOptions): Generator<Batch> {
  const { source, target, ...others } = lists as { source: Table[]; target: Table[] } & Partial<MapOptions>;
  const options = { ...asked, ...others, onProgress: teller() };
  const { pairs, unmapped } = mapCatalogs({ tables: source }, { tables: target }, options);
  const sourceAt = positionsOf(source);
  const targetAt = positionsOf(target);
  const all = pairs.length + unmapped.source.length + unmapped.target.length;
  let told = 0;
  const batch = (list: AnswerList, rows: readonly unknown[]): Batch => {
    told += rows.length;
    return { list, items: JSON.stringify(rows), told: all === 0 ? 1 : told / all };
  };
  for (const some of batchesOf(pairs, sizeOfPair)) {
    yield batch(
      'pairs',
      some.map((pair) => rowOfPair(pair, sourceAt, targetAt)),
    );
  }
  for (const some of batchesOf(unmapped.source, () => 1)) {
    yield batch(
      'source',
      some.map((entry) => rowOfUnmapped(entry, sourceAt, targetAt)),
    );
  }
  for (const some of batchesOf(unmapped.target, () => 1)) {
    yield batch(
      'target',
      some.map((entry) => rowOfUnmapped(entry, targetAt, sourceAt)),
    );
  }
}

/** A column pair carries more than a column: its words and its rivals. */
const sizeOfPair = (pair: CatalogMapping['pairs'][number]): number =>
  1 + 2 * pair.columns.length + pair.unmappedSourceColumns.length + pair.unmappedTargetColumns.length;

/** Tells progress, but not each tiny step of it. */
function teller(): (done: number) => void {
  let last = 0;
  return (done) => {
    if (done < last + step) return;
    last = done;
    tell({ done });
  };
}
