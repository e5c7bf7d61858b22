/** Binds the secrets that a server of before sealed to where they lead; done once, at the first start with their key. */
import type { Store } from '../store/store.ts';
import type { Sealer } from './seal.ts';
import { SourceError } from './source-error.ts';

/** @returns how many secrets were bound, and how many were not, since they were sealed with another key */
export async function bindSecrets(
  store: Pick<Store, 'unboundDataSources' | 'setSecrets'>,
  sealer: Sealer,
): Promise<{ readonly bound: number; readonly left: number }> {
  const unbound = await store.unboundDataSources({});
  const secrets = unbound.flatMap((source) => {
    try {
      return [{ id: source.id, sealedSecret: sealer.bind(source, source.sealedSecret ?? '') }];
    } catch (error) {
      if (error instanceof SourceError) return [];
      throw error;
    }
  });
  if (secrets.length > 0) await store.setSecrets({ secrets });
  return { bound: secrets.length, left: unbound.length - secrets.length };
}
