/** The matcher's proposals as the store takes them: JSON texts, which cost a small part of the memory and of the transfer of objects. */
import { setImmediate } from 'node:timers/promises';
import { type ColumnCounts, type ColumnTexts, encodeColumns, type MappedColumns } from './columns.ts';
import type { ProposedMapping } from './records.ts';

type WrittenProposal = Omit<ProposedMapping, keyof MappedColumns> & ColumnTexts & ColumnCounts;

/** Columns of a batch: some milliseconds' work, after which the event loop takes a turn. */
const columnsOfBatch = 5000;

/**
 * Takes the proposals one by one, so that an iterator can make them on the way.
 * @throws {RangeError} where a column pair points outside its column lists, and the signal's reason when it aborts
 */
export async function writeProposals(mappings: Iterable<ProposedMapping>, signal?: AbortSignal): Promise<string[]> {
  const batches: string[] = [];
  let batch: WrittenProposal[] = [];
  let columns = 0;
  for (const mapping of mappings) {
    batch.push(encode(mapping));
    columns += 1 + mapping.sourceColumns.length + mapping.targetColumns.length;
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

function encode(mapping: ProposedMapping): WrittenProposal {
  const { sourceSchema, sourceTable, targetSchema, targetTable, percent } = mapping;
  return { sourceSchema, sourceTable, targetSchema, targetTable, percent, ...encodeColumns(mapping) };
}

export function readBatch(batch: string): WrittenProposal[] {
  return JSON.parse(batch);
}
