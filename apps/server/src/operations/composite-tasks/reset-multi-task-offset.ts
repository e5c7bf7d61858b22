/** `resetMultiTaskOffset`: says from where a created task reads the changes of its source when it starts next. */
import { scopeOf } from '../../wire/scope.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';
import { requireChanged } from './require-changed.ts';

export const resetMultiTaskOffset =
  ({ store }: Parts): Handler<'resetMultiTaskOffset'> =>
  async ({ path, body }, { signal }) => {
    const task = { ...scopeOf(path), id: path.task_id };
    requireChanged(await store.resetTask({ ...task, from: body.date_from ?? null }, signal));
    return { status: 200, body: { message: 'Reset Success' } };
  };
