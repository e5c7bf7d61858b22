import { expect, it } from 'vitest';
import { MatchingError } from '../../matching/matching-error.ts';
import { matchingFailure } from './matching-failure.ts';

it.each<[MatchingError['kind'], string, string]>([
  ['unreadable', 'ConnectionFailed', 'Failed to test the connectivity. why'],
  ['not-allowed', 'AddressNotAllowed', 'The data source IP address is not in the valid network segment. why'],
  ['too-many-tables', 'TooManyTables', 'Invalid parameter [target_datasource_id]: why'],
  ['busy', 'TooManyRequests', 'why'],
  [
    'unknown',
    'UnknownDataSource',
    'Invalid parameter [target_datasource_id]: the project and the instance have no data source with this ID.',
  ],
])('says of a data source that is %s: %s', (kind, name, message) => {
  expect(matchingFailure(new MatchingError(kind, 'target', 'why'))).toMatchObject({ name, message });
});
