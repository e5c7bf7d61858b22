/** A list of mappings as much of it as its caller asked for. */
import type { MultiTaskMappingElement, MultiTaskMappingsPage } from '@roma-fdi/types';
import type { ListedMapping, MappingSummary, Side, TableMapping, UnmappedTable } from '../store/records.ts';
import { explanationAnswer, unmappedTableAnswer } from './explanation-answer.ts';
import { type MappingAnswers, summaryAnswer } from './mapping-answers.ts';

export function listedAnswer(row: ListedMapping, answers: MappingAnswers): MultiTaskMappingElement {
  const columns = isSummary(row) ? undefined : row;
  const element = isSummary(row) ? summaryAnswer(row) : answers.of(withoutReasons(row));
  return row.reasons ? { ...element, explanation: explanationAnswer(row, columns, row.reasons) } : element;
}

const isSummary = (row: ListedMapping): row is MappingSummary & ListedMapping => 'mapped' in row;

/** What is kept of answers is that of the mapping alone. */
function withoutReasons({ reasons: _, ...mapping }: TableMapping & { readonly reasons?: unknown }): TableMapping {
  return mapping;
}

/** A page of the unmapped tables of each side, and how many there are on all pages. */
export function unmappedTablesAnswer({
  source,
  target,
}: {
  readonly [S in Side]: { readonly tables: readonly UnmappedTable[]; readonly total: number };
}): Partial<MultiTaskMappingsPage> {
  return {
    unmapped_source_tables: source.tables.map(unmappedTableAnswer),
    unmapped_source_tables_total_count: source.total,
    unmapped_target_tables: target.tables.map(unmappedTableAnswer),
    unmapped_target_tables_total_count: target.total,
  };
}
