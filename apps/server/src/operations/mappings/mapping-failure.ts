/** The failures of mappings that are made by hand. */
import { Failure } from '@roma-fdi/contract';
import { failures } from '@roma-fdi/types';
import type { CallResult } from '../../store/store.ts';

/** A mapping that does not fit; `place` is the property of the body, as its caller wrote it. */
export const mismatch = (place: string, why: string): Failure =>
  new Failure('MappingMismatch', `${failures.MappingMismatch.message} [${place}]: ${why}`);

/** The mapping that was made, changed or deleted. @throws {Failure} why none was */
export function editedMapping(result: CallResult<'updateMapping'>): string {
  switch (result.status) {
    case 'done':
      return result.id;
    case 'no-task':
      throw new Failure('TaskNotFound');
    case 'no-mapping':
      throw new Failure('MappingNotFound');
    case 'no-pair':
      throw mismatch(
        'source_datasource_id, target_datasource_id',
        'the task has no pair of these data sources; add it with installMultiTasks.',
      );
    case 'mapped-already':
      throw mismatch('source_table, target_table', `the mapping ${result.id} maps these tables already.`);
  }
}
