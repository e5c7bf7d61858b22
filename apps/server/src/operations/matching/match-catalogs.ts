/** Has two catalogs matched in a thread of its own: others are served meanwhile, and the work ends when nobody waits for it. */
import { extname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Catalog, CatalogTable } from '@roma-fdi/catalog';
import type { Column } from '../../store/columns.ts';
import type { ProposedMapping } from '../../store/records.ts';
import type { MatchAnswer, MatchedPair, MatchQuestion } from './worker.ts';

const WORKER = new URL(`./worker${extname(import.meta.filename)}`, import.meta.url);

/** Tables in one message. */
const BATCH = 250;

/** @throws the signal's reason when it aborts, and whatever ended the thread */
export async function matchCatalogs(source: Catalog, target: Catalog, signal: AbortSignal): Promise<ProposedMapping[]> {
  signal.throwIfAborted();
  const worker = new Worker(WORKER);
  try {
    const answers = answersOf(worker, signal);
    // Whoever is first notices the end of the thread; the other must not be left without a listener.
    answers.catch(() => {});
    await send(worker, 'source', source.tables, signal);
    await send(worker, 'target', target.tables, signal);
    worker.postMessage({ side: 'both' } satisfies MatchQuestion);
    const mappings: ProposedMapping[] = [];
    for (const batch of await answers) {
      for (const pair of JSON.parse(batch) as MatchedPair[]) mappings.push(mappingOf(pair, source, target));
      await setImmediate();
    }
    return mappings;
  } finally {
    await worker.terminate();
  }
}

/** Others get their turn between two batches. */
async function send(
  worker: Worker,
  side: 'source' | 'target',
  tables: readonly CatalogTable[],
  signal: AbortSignal,
): Promise<void> {
  for (let from = 0; from < tables.length; from += BATCH) {
    worker.postMessage({ side, tables: JSON.stringify(tables.slice(from, from + BATCH)) } satisfies MatchQuestion);
    await setImmediate();
    signal.throwIfAborted();
  }
}

function answersOf(worker: Worker, signal: AbortSignal): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const batches: string[] = [];
    const stop = (): void => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    worker.on('message', ({ pairs, last }: MatchAnswer) => {
      batches.push(pairs);
      if (last) resolve(batches);
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop);
      reject(new Error('The thread that matches catalogs ended before it had answered.'));
    });
  });
}

function mappingOf([source, target, percent, columnPairs]: MatchedPair, from: Catalog, to: Catalog): ProposedMapping {
  const sourceTable = from.tables[source]!;
  const targetTable = to.tables[target]!;
  return {
    sourceSchema: sourceTable.schema,
    sourceTable: sourceTable.name,
    targetSchema: targetTable.schema,
    targetTable: targetTable.name,
    percent,
    sourceColumns: sourceTable.columns.map(columnOf),
    targetColumns: targetTable.columns.map(columnOf),
    columnPairs,
  };
}

const columnOf = ({ name, field_type, field_length }: CatalogTable['columns'][number]): Column => [
  name,
  field_type,
  field_length,
];
