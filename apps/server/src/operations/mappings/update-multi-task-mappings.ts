/** `updateMultiTaskMappings`: replaces a mapping, whole. */
import { scopeOf } from '../../wire/scope.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';
import { givenMapping } from './given-mapping.ts';
import { editedMapping } from './mapping-failure.ts';
import { requireTask } from './require-task.ts';

export const updateMultiTaskMappings =
  (parts: Parts): Handler<'updateMultiTaskMappings'> =>
  async ({ path, body }, { signal }) => {
    const scope = scopeOf(path);
    await requireTask(parts, scope, path.task_id, signal);
    const given = await givenMapping(parts, scope, body, signal);
    const named = { ...scope, taskId: path.task_id, mappingId: path.mapping_id };
    const result = await parts.store.updateMapping({ ...named, ...given }, signal);
    return { status: 200, body: { mapping_id: editedMapping(result) } };
  };
