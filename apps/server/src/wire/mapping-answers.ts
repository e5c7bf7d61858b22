/** Table mappings in the contract's spelling; those that were answered lately are kept, with their JSON. */
import type {
  MappingInfo,
  MultiTaskColumnInfo,
  MultiTaskMappingElement,
  MultiTaskMappingStatus,
} from '@roma-fdi/types';
import { type Column, decodeColumns, expandPairs } from '../store/columns.ts';
import type { MappingSummary, TableMapping, TablePair } from '../store/records.ts';
import { withJson } from './json.ts';
import { tableName } from './table-name.ts';

export interface MappingAnswers {
  /** The same object for the same row while it is kept. */
  of(mapping: TableMapping): MultiTaskMappingElement;
}

interface Kept {
  readonly mapping: TableMapping;
  readonly answer: MultiTaskMappingElement;
}

/** @param most characters of column texts that are kept at once; their answers take some ten times as much memory */
export function createMappingAnswers(most = 2 ** 20): MappingAnswers {
  // In the order of their last use.
  const kept = new Map<string, Kept>();
  let size = 0;

  const forget = ({ mapping }: Kept): void => {
    kept.delete(mapping.id);
    size -= sizeOf(mapping);
  };
  return {
    of(mapping) {
      const before = kept.get(mapping.id);
      if (before && isSame(before.mapping, mapping)) {
        kept.delete(mapping.id);
        kept.set(mapping.id, before);
        return before.answer;
      }
      if (before) forget(before);
      const answer = withJson(answerOf(mapping));
      kept.set(mapping.id, { mapping, answer });
      size += sizeOf(mapping);
      for (const oldest of kept.values()) {
        if (size <= most) break;
        forget(oldest);
      }
      return answer;
    },
  };
}

const sizeOf = ({ sourceColumns, targetColumns, columnPairs }: TableMapping): number =>
  sourceColumns.length + targetColumns.length + columnPairs.length;

/** Compared as it is read: whatever changes a row, nobody has to remember to forget it here. */
function isSame(one: TableMapping, other: TableMapping): boolean {
  const names = Object.keys(one) as (keyof TableMapping)[];
  return names.every((name) => one[name] === other[name]);
}

/** A mapping of which the columns are counted; short, since thousands of them are one answer. */
export function summaryAnswer(mapping: MappingSummary): MultiTaskMappingElement {
  return {
    id: mapping.id,
    ...tablesAnswer(mapping),
    mapping_percent: mapping.percent,
    status: mapping.status as MultiTaskMappingStatus,
    mapped: mapping.mapped,
    unmapped: mapping.unmapped,
  };
}

function answerOf(mapping: TableMapping): MultiTaskMappingElement {
  const columns = decodeColumns(mapping);
  return {
    id: mapping.id,
    ...tablesAnswer(mapping),
    updated_time: mapping.updatedTime,
    mapping_percent: mapping.percent,
    status: mapping.status as MultiTaskMappingStatus,
    source_columns: columns.sourceColumns.map(columnAnswer),
    target_columns: columns.targetColumns.map(columnAnswer),
    mapping: expandPairs(columns).map(columnPairAnswer),
  };
}

const tablesAnswer = ({ sourceSchema, sourceTable, targetSchema, targetTable }: TablePair) => ({
  source_table: tableName(sourceSchema, sourceTable),
  target_table: tableName(targetSchema, targetTable),
});

const columnAnswer = ([name, type, length]: Column): MultiTaskColumnInfo => ({
  field_name: name,
  field_type: type,
  field_length: length,
});

const columnPairAnswer = ([source, target]: readonly [Column, Column]): MappingInfo => ({
  source_column: source[0],
  source_column_type: source[1],
  source_column_length: source[2],
  target_column: target[0],
  target_column_type: target[1],
  target_column_length: target[2],
});
