/** The failures of mappings that are made by hand. */
import { Failure } from '@roma-fdi/contract';
import { failures } from '@roma-fdi/types';
import type { CallResult } from '../../store/store.ts';

/** A mapping that does not fit; `place` is the property of the body, as its caller wrote it. */
export const mismatch = (place: string, why: string): Failure =>
  new Failure('MappingMismatch', `${failures.MappingMismatch.message} [${place}]: ${why}`);

export function editFailure(result: CallResult<'updateMapping'>): Failure | undefined {
  switch (result.status) {
    case 'done':
      return undefined;
    case 'no-task':
      return new Failure('TaskNotFound');
    case 'no-mapping':
      return new Failure('MappingNotFound');
    case 'no-pair':
      return mismatch(
        'source_datasource_id, target_datasource_id',
        'the task has no pair of these data sources; add it with installMultiTasks.',
      );
    case 'mapped-already':
      return mismatch('source_table, target_table', `the mapping ${result.id} maps these tables already.`);
  }
}
