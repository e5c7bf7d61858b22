/** `resetMultiTaskOffset`: says from where a created task reads the changes of its source when it starts next. */
import { scopeOf } from '../../wire/scope.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';
import { changeFailure } from './change-failure.ts';

export const resetMultiTaskOffset =
  ({ store }: Parts): Handler<'resetMultiTaskOffset'> =>
  async ({ path, body }, { signal }) => {
    const result = await store.resetTask({ ...scopeOf(path), id: path.task_id, from: body.date_from ?? null }, signal);
    const failure = changeFailure(result);
    if (failure) throw failure;
    return { status: 200, body: { message: 'Reset Success' } };
  };
