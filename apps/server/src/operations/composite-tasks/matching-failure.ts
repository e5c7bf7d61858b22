/** Says in the contract's words why a pair could not be matched. */

import { Failure, invalidParameter } from '@roma-fdi/contract';
import type { MatchingError, Side } from '../../matching/matching-error.ts';

export function matchingFailure(error: MatchingError): Failure {
  const { kind, side = 'source', message } = error;
  const cause = { cause: error };
  switch (kind) {
    case 'unknown':
      return unknownDataSource(side);
    case 'not-allowed':
      return new Failure(
        'AddressNotAllowed',
        `The data source IP address is not in the valid network segment. ${message}`,
        cause,
      );
    case 'too-many-tables':
      return invalidParameter('TooManyTables', `${side}_datasource_id`, message);
    case 'busy':
      return new Failure('TooManyRequests', message, cause);
    case 'unreadable':
      return new Failure('ConnectionFailed', `Failed to test the connectivity. ${message}`, cause);
  }
}

export const unknownDataSource = (side: Side): Failure =>
  invalidParameter(
    'UnknownDataSource',
    `${side}_datasource_id`,
    'the project and the instance have no data source with this ID.',
  );
