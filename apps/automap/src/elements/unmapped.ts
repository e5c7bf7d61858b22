/** What a mapping leaves out: as the matcher gives it reasons, and as the elements themselves show. */
import { type MultiTaskMappingElement, withoutCommonSchema } from './mapping-element.ts';

/** A table, or with `column` a column, that is in no pair. */
export interface Unmapped {
  side: 'source' | 'target';
  /** As in the mapping elements: `schema.table`. */
  table: string;
  column?: string;
  /** Why, as part of a sentence. */
  reason: string;
}

/** Takes the schema off the names of a side where all its tables have the same, those in a pair and those in none. */
export function shortNames(
  side: Unmapped['side'],
  mappings: readonly MultiTaskMappingElement[],
  unmapped: readonly Unmapped[],
): (table: string) => string {
  return withoutCommonSchema([
    ...mappings.flatMap((element) => element[`${side}_table`] ?? []),
    ...unmapped.filter((entry) => entry.side === side).map(({ table }) => table),
  ]);
}

/** Columns in no pair, in the order of the elements and of their columns; a table that several feed comes once. */
export function unmappedColumns(side: Unmapped['side'], mappings: readonly MultiTaskMappingElement[]) {
  const tables = Map.groupBy(mappings, (element) => element[`${side}_table`] ?? '?');
  return [...tables].flatMap(([table, elements]) => {
    const mapped = new Set(elements.flatMap(({ mapping }) => (mapping ?? []).map((pair) => pair[`${side}_column`])));
    const columns = elements[0]?.[`${side}_columns`] ?? [];
    return columns.flatMap(({ field_name: column }) => (column && !mapped.has(column) ? [{ table, column }] : []));
  });
}
