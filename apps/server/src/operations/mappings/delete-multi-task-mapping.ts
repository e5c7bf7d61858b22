/** `deleteMultiTaskMapping`: removes a mapping; what was proposed is not proposed again. */
import { scopeOf } from '../../wire/scope.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';
import { editedMapping } from './mapping-failure.ts';

export const deleteMultiTaskMapping =
  ({ store }: Parts): Handler<'deleteMultiTaskMapping'> =>
  async ({ path }, { signal }) => {
    const result = await store.deleteMapping(
      { ...scopeOf(path), taskId: path.task_id, mappingId: path.mapping_id },
      signal,
    );
    return { status: 200, body: { mapping_id: editedMapping(result) } };
  };
