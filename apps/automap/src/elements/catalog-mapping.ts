/** A matcher's answer in the words of the API, and what it leaves out in words for people. */
import {
  type CatalogMapping,
  type ColumnReason,
  type Table,
  type TableReason,
  unmappedColumnReasons,
  unmappedTableReasons,
} from '@roma-fdi/automap';
import { wireName } from '../catalogs/catalogs.ts';
import type { MultiTaskMappingElement } from './mapping-element.ts';
import type { Unmapped } from './unmapped.ts';

/** A mapping element with what the matcher knows beside it; the API has no fields for that. */
export interface ReasonedElement extends Omit<MultiTaskMappingElement, 'mapping'> {
  /** The chance that the two tables belong together, 0 to 1, in thousandths. */
  readonly confidence: number;
  readonly reason: TableReason;
  readonly mapping: readonly {
    readonly source_column: string;
    readonly target_column: string;
    /** The chance that the two columns belong together, 0 to 1, in thousandths. */
    readonly confidence: number;
    readonly reason: ColumnReason;
  }[];
}

/** One element for each pair of tables, in the matcher's order. */
export function elementsOf({ pairs }: CatalogMapping): ReasonedElement[] {
  return pairs.map((pair) => ({
    source_table: wireName(pair.source),
    target_table: wireName(pair.target),
    mapping_percent: pair.percent,
    confidence: pair.confidence,
    reason: pair.reason,
    status: 'AUTO',
    source_columns: pair.source.columns.map(({ name }) => ({ field_name: name })),
    target_columns: pair.target.columns.map(({ name }) => ({ field_name: name })),
    mapping: pair.columns.map(({ source, target, confidence, reason }) => ({
      source_column: source,
      target_column: target,
      confidence,
      reason,
    })),
  }));
}

export function leftOutOf({ pairs, unmapped }: CatalogMapping): Unmapped[] {
  const tables = (side: 'source' | 'target'): Unmapped[] =>
    unmapped[side].map(({ table, reason }) => ({ side, table: wireName(table), reason: unmappedTableReasons[reason] }));
  const columns = pairs.flatMap((pair): Unmapped[] => [
    ...pair.unmappedSourceColumns.map(({ name, reason }) => left('source', pair.source, name, reason)),
    ...pair.unmappedTargetColumns.map(({ name, reason }) => left('target', pair.target, name, reason)),
  ]);
  return [...tables('source'), ...tables('target'), ...columns];
}

function left(
  side: 'source' | 'target',
  table: Table,
  column: string,
  reason: keyof typeof unmappedColumnReasons,
): Unmapped {
  return { side, table: wireName(table), column, reason: unmappedColumnReasons[reason] };
}
