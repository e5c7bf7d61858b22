/** The matcher's proposals as the store takes them: JSON texts, which cost a small part of the memory and of the transfer of objects. */
import { setImmediate } from 'node:timers/promises';
import { type ColumnCounts, type ColumnTexts, encodeColumns, type MappedColumns } from './columns.ts';
import type { ProposedMapping, Side, UnmappedTable } from './records.ts';

type WrittenProposal = Omit<ProposedMapping, keyof MappedColumns> & ColumnTexts & ColumnCounts;

/** A table that was left unmapped, and the side on which it is. */
export interface LeftTable extends UnmappedTable {
  readonly side: Side;
}

/** Columns of a batch: some milliseconds' work, after which the event loop takes a turn. */
const columnsOfBatch = 5000;

/**
 * Takes the proposals one by one, so that an iterator can make them on the way.
 * @throws {RangeError} where a column pair points outside its column lists, and the signal's reason when it aborts
 */
export function writeProposals(mappings: Iterable<ProposedMapping>, signal?: AbortSignal): Promise<string[]> {
  return inBatches(mappings, encode, (each) => 1 + each.sourceColumns.length + each.targetColumns.length, signal);
}

/** @throws the signal's reason when it aborts */
export function writeUnmapped(tables: Iterable<LeftTable>, signal?: AbortSignal): Promise<string[]> {
  return inBatches(
    tables,
    (table) => table,
    () => 2,
    signal,
  );
}

async function inBatches<Item>(
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

function encode(mapping: ProposedMapping): WrittenProposal {
  const { sourceSchema, sourceTable, targetSchema, targetTable, percent, reasons } = mapping;
  return { sourceSchema, sourceTable, targetSchema, targetTable, percent, reasons, ...encodeColumns(mapping) };
}

export function readBatch(batch: string): WrittenProposal[] {
  return JSON.parse(batch);
}

export function readUnmapped(batch: string): LeftTable[] {
  return JSON.parse(batch);
}
