/** The sealed secrets of data sources, as far as the store must know of them: which are not bound yet to where they lead. */
import type { DataSource } from '../records.ts';
import { toDataSource } from './data-sources.ts';
import type { Work } from './tables.ts';

export interface SetSecrets {
  readonly secrets: readonly Required<Pick<DataSource, 'id' | 'sealedSecret'>>[];
}

/** All of them, whatever project they belong to: a server asks once, when it starts. */
export async function unboundDataSources({ db }: Work, _: object): Promise<DataSource[]> {
  // As the schema step of the migrations has marked them.
  const rows = await db.selectFrom('data_sources').selectAll().where('sealed_secret', 'like', 'unbound.%').execute();
  return rows.map(toDataSource);
}

export async function setSecrets({ db }: Work, { secrets }: SetSecrets): Promise<void> {
  for (const { id, sealedSecret } of secrets)
    await db.updateTable('data_sources').set({ sealed_secret: sealedSecret }).where('id', '=', id).execute();
}
