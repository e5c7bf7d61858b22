/** A task with several pairs, of which the call names none. */
import { type Failure, invalidParameter } from '@roma-fdi/contract';
import type { TaskPair } from '../../store/records.ts';

/** As many pairs as a message can list and still be read. */
const listedPairs = 5;

export function severalPairs(all: readonly TaskPair[]): Failure {
  const pairs = all.slice(0, listedPairs).map(({ source, target }) => `${source.id} > ${target.id}`);
  const more = all.length - pairs.length;
  return invalidParameter(
    'SeveralPairs',
    'source_datasource_id, target_datasource_id',
    `the task has several pairs, choose one of ${pairs.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  );
}
