import type { Catalog } from '@roma-fdi/automap';
import { mapCatalogsInWorker } from '@roma-fdi/automap/worker';

export async function countPairs(source: Catalog, target: Catalog): Promise<number> {
  const { pairs } = await mapCatalogsInWorker(source, target, {
    signal: AbortSignal.timeout(60_000),
    onProgress: (done) => console.error(`${Math.floor(100 * done)} %`),
  });
  return pairs.length;
}
