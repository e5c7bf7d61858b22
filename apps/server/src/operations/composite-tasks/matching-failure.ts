/** Says in the contract's words why a pair could not be matched. */

import { Failure, invalidParameter } from '@roma-fdi/contract';
import { MatchingError, type Side } from '../../matching/matching-error.ts';

/** What the parameters of a side are called. */
export interface SideNames {
  readonly unknown: (side: Side) => string;
  /** Undefined where the caller cannot name tables. */
  readonly 'no-such-table'?: (side: Side) => string;
}

const usual: SideNames = { unknown: (side) => `${side}_datasource_id` };

/** What was found. @throws {Failure} in place of a `MatchingError` */
export async function matched<Found>(finding: Promise<Found>, names = usual): Promise<Found> {
  try {
    return await finding;
  } catch (error) {
    throw error instanceof MatchingError ? matchingFailure(error, names) : error;
  }
}

export function matchingFailure(error: MatchingError, names = usual): Failure {
  const { kind, side = 'source', message } = error;
  const cause = { cause: error };
  switch (kind) {
    case 'unknown':
      return unknownDataSource(side, names.unknown);
    case 'not-allowed':
      return new Failure(
        'AddressNotAllowed',
        `The data source IP address is not in the valid network segment. ${message}`,
        cause,
      );
    case 'too-many-tables':
      return invalidParameter('TooManyTables', names.unknown(side), message);
    case 'no-such-table':
      return invalidParameter('InvalidValue', (names['no-such-table'] ?? names.unknown)(side), message);
    case 'busy':
      return new Failure('TooManyRequests', message, cause);
    case 'unreadable':
      return new Failure('ConnectionFailed', `Failed to test the connectivity. ${message}`, cause);
  }
}

export const unknownDataSource = (side: Side, name = usual.unknown): Failure =>
  invalidParameter('UnknownDataSource', name(side), 'the project and the instance have no data source with this ID.');
