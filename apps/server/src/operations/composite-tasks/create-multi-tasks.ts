/** `createMultiTasks`: gives a draft its name, or makes a task from nothing. */
import { invalidParameter } from '@roma-fdi/contract';
import { newId } from '../../store/ids.ts';
import { scopeOf } from '../../wire/scope.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';

export const createMultiTasks =
  ({ store }: Parts): Handler<'createMultiTasks'> =>
  async ({ path, body }, { signal }) => {
    if (body.task_type === 'TIMING') {
      throw invalidParameter('InvalidValue', 'task_type', 'composite tasks run in real time alone (REALTIME).');
    }
    const taskId = body.task_id || newId();
    const { status } = await store.createTask(
      {
        ...scopeOf(path),
        taskId,
        name: body.task_name,
        description: body.description || null,
        tag: body.task_tag || null,
        operationTypes: JSON.stringify(body.operation_types),
        sourceAppId: body.source_app_id || null,
        targetAppId: body.target_app_id || null,
      },
      signal,
    );
    if (status === 'name-taken') {
      throw invalidParameter(
        'TaskNameTaken',
        'task_name',
        'the name is taken by another task of this project and instance.',
      );
    }
    if (status === 'created-before') {
      throw invalidParameter('TaskCreated', 'task_id', 'the task was created before; change it with updateMultiTasks.');
    }
    return { status: 200, body: { task_id: taskId } };
  };
