/** What the mapping leaves out and why. The API has no words for it, so the matcher is asked as the server asked it. */
import { mapCatalogs } from '@roma-fdi/automap';
import { readSqliteCatalog } from '@roma-fdi/catalog';
import { leftOutOf } from './catalog-mapping.ts';
import type { Scene } from './scene.ts';
import type { Unmapped } from './unmapped-list.ts';

export async function findLeftOut({ source, target }: Scene, maxTables: number): Promise<Unmapped[]> {
  const signal = new AbortController().signal;
  const read = (path: string) => readSqliteCatalog({ path, maxTables, signal });
  return leftOutOf(mapCatalogs(await read(source.file), await read(target.file)));
}
