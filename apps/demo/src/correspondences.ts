/** The correspondences that mapping elements state, to be scored. */
import { type MultiTaskMappingElement, withoutCommonSchema } from '@roma-fdi/automap-cli/elements/mapping-element';
import type { Correspondences } from './score.ts';

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
