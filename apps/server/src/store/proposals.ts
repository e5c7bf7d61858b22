/** The matcher's proposals as the store takes them. */
import { inBatches } from './batches.ts';
import {
  type ColumnCounts,
  type ColumnTexts,
  decodeColumns,
  encodeColumns,
  expandPairs,
  type MappedColumns,
} from './columns.ts';
import { decideMapping, type MappingAfter } from './decide-mapping.ts';
import type { ColumnNames, Decision } from './decisions.ts';
import { readReasons, writeReasons } from './reasons.ts';
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

/** The proposal without these pairs of columns, as if somebody had refused them in a mapping. */
export function withoutColumns(proposal: WrittenProposal, refused: readonly ColumnNames[]): WrittenProposal {
  const before = decodeColumns(proposal);
  const mapped = new Set(expandPairs(before).map(([[source], [target]]) => JSON.stringify([source, target])));
  const columns = refused.filter((names) => mapped.has(JSON.stringify(names)));
  if (columns.length === 0) return proposal;
  const [source, target] = [{ name: proposal.sourceTable }, { name: proposal.targetTable }];
  const reasons = proposal.reasons === null ? undefined : readReasons(proposal.reasons);
  const decision: Decision = { list: 'refused', at: 0, source, target, columns };
  const after = decideMapping({ ...before, reasons }, { accepted: [], fixed: [], refused: [decision] });
  return { ...proposal, ...writeDecidedTexts(after) };
}

/** What a mapping became by decisions, as the store keeps it. */
export function writeDecidedTexts({ percent, reasons, ...columns }: MappingAfter): DecidedTexts {
  return { ...encodeColumns(columns), percent, reasons: reasons ? writeReasons(reasons) : null };
}

export type DecidedTexts = Pick<WrittenProposal, 'percent' | 'reasons' | keyof (ColumnTexts & ColumnCounts)>;
