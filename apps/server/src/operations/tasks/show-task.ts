/** `showTask`: the facts of a task, drafts included. */

import { Failure } from '@roma-fdi/contract';
import { scopeOf } from '../../wire/scope.ts';
import type { Handler } from '../operations.ts';
import type { Parts } from '../parts.ts';

export const showTask =
  ({ store }: Parts): Handler<'showTask'> =>
  async ({ path }, { signal }) => {
    const task = await store.findTask({ ...scopeOf(path), id: path.task_id }, signal);
    if (!task) throw new Failure('TaskNotFound');
    const [pair] = task.pairs;
    return {
      status: 200,
      body: {
        task: {
          task_id: task.id,
          task_type: 'realtime',
          status: 'stop',
          project_id: path.project_id,
          ...(pair && {
            source_datasource_id: pair.source.id,
            target_datasource_id: pair.target.id,
            source_datasource_name: pair.source.name,
            target_datasource_name: pair.target.name,
            ...(pair.source.appId === null ? {} : { source_app_id: pair.source.appId }),
            ...(pair.target.appId === null ? {} : { target_app_id: pair.target.appId }),
          }),
          created_date: task.created,
          last_modified_date: task.modified,
        },
      },
    };
  };
