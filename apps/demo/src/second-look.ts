/**
 * What the API has no words for: how sure each column pair is, and why something stays unmapped. So the matcher is asked once
 * more, as the server asked it.
 */
import { type CatalogMapping, mapCatalogs } from '@roma-fdi/automap';
import { wireName } from '@roma-fdi/automap-cli/catalogs/catalogs';
import { leftOutOf } from '@roma-fdi/automap-cli/elements/catalog-mapping';
import type { Unmapped } from '@roma-fdi/automap-cli/elements/unmapped';
import type { Certainty } from '@roma-fdi/automap-cli/tables/pair-rows';
import { readCatalog } from '@roma-fdi/databases';
import type { Scene } from './scene.ts';

export interface SecondLook {
  /** What the mapping leaves out and why. */
  readonly unmapped: readonly Unmapped[];
  /** The chance in percent that a column pair is right, by the names of the API; undefined for a pair of other origin. */
  readonly certainty: Certainty;
}

export async function lookAgain({ source, target }: Scene, maxTables: number): Promise<SecondLook> {
  const signal = new AbortController().signal;
  const read = (path: string) => readCatalog({ type: 'SQLITE', settings: {}, place: { path }, maxTables, signal });
  const mapping = mapCatalogs(await read(source.file), await read(target.file));
  return { unmapped: leftOutOf(mapping), certainty: certaintyOf(mapping) };
}

export function certaintyOf({ pairs }: CatalogMapping): Certainty {
  const known = new Map(
    pairs.map((pair) => [JSON.stringify([wireName(pair.source), wireName(pair.target)]), pair.columns]),
  );
  return (sourceTable, targetTable, sourceColumn, targetColumn) => {
    const columns = known.get(JSON.stringify([sourceTable, targetTable]));
    const pair = columns?.find(({ source, target }) => source === sourceColumn && target === targetColumn);
    // Rounded down, since 100 is kept for what is certain; thousandths first, since 0.57 * 100 is less than 57.
    return pair && Math.floor(Math.round(pair.confidence * 1000) / 10);
  };
}
