/** The parts of the API's mapping elements that the demo reads, and the correspondences that they state. */
import type { Correspondences } from './score.ts';

// To be replaced by the generated types as soon as @roma-fdi/types has them; the names are theirs.
export interface MultiTaskColumnInfo {
  field_name?: string | null;
  field_type?: string | null;
  field_length?: string | null;
}

export interface MappingInfo {
  source_column?: string | null;
  source_column_type?: string | null;
  source_column_length?: string | null;
  target_column?: string | null;
  target_column_type?: string | null;
  target_column_length?: string | null;
}

export interface MultiTaskMappingElement {
  source_table?: string | null;
  target_table?: string | null;
  mapping_percent?: number | null;
  status?: string | null;
  source_columns?: readonly MultiTaskColumnInfo[] | null;
  target_columns?: readonly MultiTaskColumnInfo[] | null;
  mapping?: readonly MappingInfo[] | null;
}

/** Takes `schema.` off every name where all names have the same schema; where they differ, it stays. */
export function withoutCommonSchema(names: readonly string[]): (name: string) => string {
  const schemas = new Set(names.map((name) => name.slice(0, name.indexOf('.') + 1)));
  const [schema = ''] = schemas;
  return schemas.size === 1 ? (name) => name.slice(schema.length) : (name) => name;
}

/** The table and column pairs of the elements, without the schema that all tables of a side share. */
export function correspondencesOf(mappings: readonly MultiTaskMappingElement[]): Correspondences {
  const sourceName = withoutCommonSchema(mappings.map((element) => element.source_table ?? ''));
  const targetName = withoutCommonSchema(mappings.map((element) => element.target_table ?? ''));
  const pairs = mappings.map(
    (element) => [sourceName(element.source_table ?? ''), targetName(element.target_table ?? ''), element] as const,
  );
  return {
    tables: pairs.map(([source, target]) => [source, target]),
    columns: pairs.flatMap(([source, target, element]) =>
      (element.mapping ?? []).map(
        (pair) => [source, pair.source_column ?? '', target, pair.target_column ?? ''] as const,
      ),
    ),
  };
}
