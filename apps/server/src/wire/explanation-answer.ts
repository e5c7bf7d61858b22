/** Why a mapping was proposed, and why a table is in none, in the contract's spelling. */
import type {
  MappingExplanation,
  TableRunnerUp as RunnerUpAnswer,
  UnmappedColumn,
  UnmappedTable as UnmappedTableAnswer,
} from '@roma-fdi/types';
import type { ColumnTexts } from '../store/columns.ts';
import { decodeColumns, type MappedColumns } from '../store/columns.ts';
import { type ColumnLeft, type MappingReasons, readReasons, type TableRunnerUp } from '../store/reasons.ts';
import type { TablePair, UnmappedTable } from '../store/records.ts';
import { tableName } from './table-name.ts';

/** @param columns those of the mapping; undefined where they are counted alone, and not explained */
export function explanationAnswer(
  mapping: TablePair,
  columns: ColumnTexts | undefined,
  reasons: string,
): MappingExplanation {
  const read = readReasons(reasons);
  return {
    rule: read.rule,
    confidence: read.confidence / 1000,
    runners_up: read.runnersUp.map((other) => runnerUpAnswer(mapping, other)),
    ...(columns && columnsAnswer(read, decodeColumns(columns))),
  };
}

function runnerUpAnswer(mapping: TablePair, { side, schema, table, score }: TableRunnerUp): RunnerUpAnswer {
  const other = tableName(schema, table);
  return {
    source_table: side === 'source' ? other : tableName(mapping.sourceSchema, mapping.sourceTable),
    target_table: side === 'target' ? other : tableName(mapping.targetSchema, mapping.targetTable),
    score: score / 1000,
  };
}

function columnsAnswer({ columns, unmapped }: MappingReasons, mapped: MappedColumns) {
  const { sourceColumns, targetColumns, columnPairs } = mapped;
  const [from, to] = [sourceColumns, targetColumns].map((each) => each.map(([name]) => name)) as [string[], string[]];
  return {
    columns: columns.map(({ rule, confidence, runnersUp }, at) => ({
      source_column: from[columnPairs[at]![0]]!,
      target_column: to[columnPairs[at]![1]]!,
      rule,
      confidence: confidence / 1000,
      runners_up: runnersUp.map(([source, target, score]) => ({
        source_column: from[source]!,
        target_column: to[target]!,
        score: score / 1000,
      })),
    })),
    unmapped_source_columns: unmapped.source.map((column) => leftColumnAnswer(column, from, to)),
    unmapped_target_columns: unmapped.target.map((column) => leftColumnAnswer(column, to, from)),
  };
}

const leftColumnAnswer = (
  { column, reason, nearest }: ColumnLeft,
  own: readonly string[],
  other: readonly string[],
): UnmappedColumn => ({
  column: own[column]!,
  reason,
  ...(nearest && { nearest_column: other[nearest[0]]!, nearest_score: nearest[1] / 1000 }),
});

export const unmappedTableAnswer = ({ schema, table, reason, nearest }: UnmappedTable): UnmappedTableAnswer => ({
  table: tableName(schema, table),
  // Only reasons of the contract are ever kept.
  reason: reason as UnmappedTableAnswer['reason'],
  ...(nearest && { nearest_table: tableName(nearest.schema, nearest.table), nearest_score: nearest.score / 1000 }),
});
