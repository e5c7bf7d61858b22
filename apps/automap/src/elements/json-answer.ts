/** The answer of `--json`: the API's mapping elements, and what stayed unmapped, for programs. */
import type { CatalogMapping, Table, Unmapped } from '@roma-fdi/automap';
import { wireName } from '../catalogs/catalogs.ts';
import { elementsOf, type ReasonedElement } from './catalog-mapping.ts';

export interface JsonAnswer {
  /** All table pairs, sorted by source schema, source table, target schema, target table. */
  readonly mappings: readonly ReasonedElement[];
  /** First the tables that are in no pair, then the unmapped columns of each pair, in the order of the pairs. */
  readonly unmapped: { readonly source: readonly JsonUnmapped[]; readonly target: readonly JsonUnmapped[] };
}

/** A table, or with `column` a column of a pair, for which nothing is proposed. */
export interface JsonUnmapped {
  readonly table: string;
  readonly column?: string;
  /** The other table of the pair, beside `column`. */
  readonly other_table?: string;
  /** A word of the matcher's `unmappedTableReasons` or `unmappedColumnReasons`. */
  readonly reason: string;
  /** What is most alike on the other side, and how much, 0 to 1; absent where nothing is. */
  readonly nearest?: { readonly table: string; readonly column?: string; readonly score: number };
}

export function jsonAnswer(mapping: CatalogMapping): JsonAnswer {
  return {
    mappings: elementsOf(mapping),
    unmapped: {
      source: [...mapping.unmapped.source.map(unmappedTable), ...mapping.pairs.flatMap(columnsOfSource)],
      target: [...mapping.unmapped.target.map(unmappedTable), ...mapping.pairs.flatMap(columnsOfTarget)],
    },
  };
}

type Pair = CatalogMapping['pairs'][number];

const columnsOfSource = ({ source, target, unmappedSourceColumns }: Pair): JsonUnmapped[] =>
  unmappedSourceColumns.map((column) => unmappedColumn(column, source, target));

const columnsOfTarget = ({ source, target, unmappedTargetColumns }: Pair): JsonUnmapped[] =>
  unmappedTargetColumns.map((column) => unmappedColumn(column, target, source));

function unmappedTable({ table, reason, nearest }: Unmapped): JsonUnmapped {
  return {
    table: wireName(table),
    reason,
    ...(nearest && { nearest: { table: wireName(nearest.table), score: nearest.score } }),
  };
}

function unmappedColumn(
  { name, reason, nearest }: Pair['unmappedSourceColumns'][number],
  own: Table,
  other: Table,
): JsonUnmapped {
  const other_table = wireName(other);
  return {
    table: wireName(own),
    column: name,
    other_table,
    reason,
    ...(nearest && { nearest: { table: other_table, column: nearest.name, score: nearest.score } }),
  };
}
