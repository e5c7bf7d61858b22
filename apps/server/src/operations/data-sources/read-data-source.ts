/** Reads the catalog of a registered data source, for operations about this one alone. */
import { Failure, invalidParameter } from '@roma-fdi/contract';
import type { Catalog } from '@roma-fdi/databases';
import { SourceError } from '../../sources/source-error.ts';
import type { Located } from '../../store/records.ts';
import type { Parts } from '../parts.ts';
import { noSuchDataSource } from './no-such-data-source.ts';

/** @throws {Failure} in the contract's words */
export async function readDataSource({ store, sources }: Parts, query: Located, signal: AbortSignal): Promise<Catalog> {
  const found = await store.findDataSource(query, signal);
  if (!found) throw noSuchDataSource();
  try {
    return await sources.read(found, signal);
  } catch (error) {
    throw error instanceof SourceError ? sourceFailure(error, found.name) : error;
  }
}

export function sourceFailure(error: SourceError, name: string): Failure {
  const cause = { cause: error };
  switch (error.kind) {
    case 'not-allowed':
      return new Failure(
        'AddressNotAllowed',
        `The data source IP address is not in the valid network segment. The data source [${name}]: ${error.message}`,
        cause,
      );
    case 'too-many-tables':
      return invalidParameter('TooManyTables', 'datasource_id', error.message);
    case 'busy':
      return new Failure('TooManyRequests', error.message, cause);
    case 'unreadable':
      return new Failure(
        'ConnectionFailed',
        `Failed to test the connectivity. The data source [${name}]: ${error.message}`,
        cause,
      );
  }
}
