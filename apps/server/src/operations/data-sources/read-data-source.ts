/** Reads the catalog of a registered data source, for operations about this one alone. */
import { Failure, invalidParameter } from '@roma-fdi/contract';
import type { Catalog } from '@roma-fdi/databases';
import { SourceError } from '../../sources/source-error.ts';
import type { DataSource, Located } from '../../store/records.ts';
import type { Parts } from '../parts.ts';
import { noSuchDataSource } from './data-source-failures.ts';

/** @throws {Failure} in the contract's words */
export async function readDataSource(parts: Parts, query: Located, signal: AbortSignal): Promise<Catalog> {
  const found = await requireDataSource(parts, query, signal);
  return opened(found, () => parts.sources.read(found, signal));
}

/** What becomes of a data source when it is opened. @throws {Failure} in place of a `SourceError` */
export async function opened<Result>({ name }: DataSource, open: () => Result): Promise<Awaited<Result>> {
  try {
    return await open();
  } catch (error) {
    throw error instanceof SourceError ? sourceFailure(error, name) : error;
  }
}

/** @throws {Failure} `DataSourceNotFound` */
export async function requireDataSource({ store }: Parts, query: Located, signal: AbortSignal): Promise<DataSource> {
  const found = await store.findDataSource(query, signal);
  if (!found) throw noSuchDataSource();
  return found;
}

function sourceFailure(error: SourceError, name: string): Failure {
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
