/** `updateMultiTasks`: changes what a created task passes on, and its description and label. */
import { scopeOf } from '../../wire/scope.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';
import { requireChanged } from './require-changed.ts';

export const updateMultiTasks =
  ({ store }: Parts): Handler<'updateMultiTasks'> =>
  async ({ path, body }, { signal }) => {
    const result = await store.updateTask(
      {
        ...scopeOf(path),
        id: path.task_id,
        description: emptied(body.description),
        tag: emptied(body.task_tag),
        operationTypes: JSON.stringify(body.operation_types),
        repullingSnapshot: body.repulling_snapshot,
      },
      signal,
    );
    requireChanged(result);
    return { status: 200, body: { task_id: path.task_id } };
  };

/** What is left out stays, what is empty goes. */
function emptied(text: string | null | undefined): string | null | undefined {
  return text === '' ? null : (text ?? undefined);
}
