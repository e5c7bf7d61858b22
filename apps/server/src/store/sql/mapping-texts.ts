/** What a mapping says of its columns, as a row to be written has it. */
import type { ColumnCounts, ColumnTexts } from '../columns.ts';

export interface MappingTexts extends ColumnTexts, ColumnCounts {
  /** 0 to 100. */
  readonly percent: number;
}

export const mappingTexts = (mapping: MappingTexts) => ({
  percent: mapping.percent,
  source_columns: mapping.sourceColumns,
  target_columns: mapping.targetColumns,
  column_pairs: mapping.columnPairs,
  mapped: mapping.mapped,
  unmapped: mapping.unmapped,
});
