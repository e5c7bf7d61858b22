/** The matcher's proposals as the store takes them. */
import { inBatches } from './batches.ts';
import { type ColumnCounts, type ColumnTexts, encodeColumns, type MappedColumns } from './columns.ts';
import type { ProposedMapping, Side, UnmappedTable } from './records.ts';

type WrittenProposal = Omit<ProposedMapping, keyof MappedColumns> & ColumnTexts & ColumnCounts;

/** A table that was left unmapped, and the side on which it is. */
export interface LeftTable extends UnmappedTable {
  readonly side: Side;
}

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
