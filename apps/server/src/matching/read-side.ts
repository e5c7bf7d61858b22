/** Reads one of the two databases of a pair, and says which one it was where that fails. */
import type { Catalog } from '@roma-fdi/databases';
import { SourceError } from '../sources/source-error.ts';
import type { Sources } from '../sources/sources.ts';
import type { DataSource } from '../store/records.ts';
import { MatchingError, type Side } from './matching-error.ts';

/** @throws {MatchingError} where it cannot be read */
export async function readSide(
  sources: Pick<Sources, 'read'>,
  dataSource: DataSource,
  side: Side,
  signal: AbortSignal,
): Promise<Catalog> {
  try {
    return await sources.read(dataSource, signal);
  } catch (cause) {
    if (!(cause instanceof SourceError)) throw cause;
    const { kind, message } = cause;
    const isNamed = kind === 'unreadable' || kind === 'not-allowed';
    const which = isNamed ? `The ${side} data source [${dataSource.name}]: ` : '';
    throw new MatchingError(kind, side, which + message, { cause });
  }
}
