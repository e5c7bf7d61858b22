/** `createMultiTaskMappings`: maps two tables by hand. */
import { scopeOf } from '../../wire/scope.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';
import { givenMapping } from './given-mapping.ts';
import { editedMapping } from './mapping-failure.ts';
import { requireTask } from './require-task.ts';

export const createMultiTaskMappings =
  (parts: Parts): Handler<'createMultiTaskMappings'> =>
  async ({ path, body }, { signal }) => {
    const scope = scopeOf(path);
    await requireTask(parts, scope, path.task_id, signal);
    const given = await givenMapping(parts, scope, body, signal);
    const result = await parts.store.createMapping({ ...scope, taskId: path.task_id, ...given }, signal);
    return { status: 200, body: { mapping_id: editedMapping(result) } };
  };
